"""Time expressions and the day of publication, measured on marked texts."""
