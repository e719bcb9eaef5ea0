"""The look of every chart: a white card that reads the same in a light and a dark JupyterLab."""

from __future__ import annotations

from typing import Any

import altair as alt

INK, SOFT, RULE, PAPER = "#1f2328", "#59636e", "#d8dee4", "#ffffff"
# At least 3:1 on white (Okabe and Ito's palette without its pale hues).
BLUE, ORANGE, GREY, GREEN = "#0072B2", "#D55E00", "#7F7F7F", "#009E73"
# The same face on every computer where it is installed, so that stills do not change with the machine.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
WIDTH = 640

CONFIG: dict[str, Any] = {
    "background": PAPER,
    "padding": 12,
    "font": FONT,
    "view": {"stroke": None},
    "title": {
        "color": INK,
        "subtitleColor": SOFT,
        "anchor": "start",
        "frame": "group",
        "fontSize": 15,
        "subtitleFontSize": 12,
        "subtitlePadding": 4,
        "offset": 12,
    },
    "axis": {
        "labelColor": SOFT,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "gridColor": RULE,
        "gridDash": [2, 3],
        "domain": False,
        "ticks": False,
        "labelFontSize": 12,
        "labelPadding": 6,
    },
    "legend": {"labelColor": INK, "titleColor": SOFT, "labelFontSize": 12, "symbolSize": 110},
    "header": {"labelColor": INK, "titleColor": INK},
    "text": {"fill": INK, "fontSize": 12.5},
    "range": {"category": [BLUE, ORANGE, GREEN, "#CC79A7", GREY]},
}


@alt.theme.register("explore", enable=True)
def theme() -> Any:  # noqa: ANN401 - Altair types a configuration as one large TypedDict
    """Return the configuration that Altair puts into every chart."""
    return {"config": CONFIG}
