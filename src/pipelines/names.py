"""Names of fields that meet each other, or that a database does not take as they are; as in JSON text."""

LONG = "aVeryLongNameOfAFieldThatSomebodyMadeInTheSettingsOfTheirOrganization"

NAMES = [
    "favoriteColor",
    "FavoriteColor",
    "favorite_color",
    "FAVORITECOLOR",
    "a.b",
    "a-b",
    "a b",
    "a/b",
    "a'b",
    "a`b",
    "a$b",
    "a:b",
    "a;b",
    "order",
    "select",
    "user",
    "1st",
    "\\u0000",
    "nul\\u0000inside",
    "half\\ud800",
    "\\ud83d\\ude00",
    "stra\\u00dfe",
    "STRASSE",
    "\\u0130stanbul",
    "name__v_text",
    "_sdc_batched_at",
    LONG + "One",
    LONG + "Two",
    "\\u00e4" * 40,
]

# Each in a run of its own, since some targets stop there.
ALONE = ["a\\\"b", "a%sb"]
