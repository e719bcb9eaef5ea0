"""Speed and memory of reading many articles."""
