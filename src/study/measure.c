#include "measure.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice better_words[] = {
  { TL_BETTER_UNKNOWN, "unknown", N_ ("Not said") },
  { TL_BETTER_LOWER, "lower", N_ ("Lower is better") },
  { TL_BETTER_HIGHER, "higher", N_ ("Higher is better") },
  { 0 },
};

const TlChoice tl_rule_set_words[] = {
  { TL_XMR_WHEELER, "wheeler", N_ ("Wheeler") },
  { TL_XMR_NHS, "nhs", N_ ("NHS") },
  { TL_XMR_WESTERN_ELECTRIC, "western-electric", N_ ("Western Electric") },
  { TL_XMR_NELSON, "nelson", N_ ("Nelson") },
  { 0 },
};

const TlChoice tl_centre_words[] = {
  { TL_CENTRE_MEAN, "mean", N_ ("Mean") },
  { TL_CENTRE_MEDIAN, "median", N_ ("Median") },
  { 0 },
};

static const TlField measure_fields[] = {
  TL_TEXT (TlMeasure, name, "name", TL_FIELD_PLAIN),
  TL_TEXT (TlMeasure, unit, "unit", TL_FIELD_PLAIN),
  TL_CHOICE (TlMeasure, better, "better", TL_FIELD_PLAIN, better_words),
  TL_CHOICE (TlMeasure, about_purpose, "about-purpose", TL_FIELD_PLAIN, tl_yes_no_words),
  TL_CHOICE (TlMeasure, floor_at_zero, "floor-at-zero", TL_FIELD_PLAIN, tl_yes_no_words),
  TL_CHOICE (TlMeasure, rules, "rules", TL_FIELD_PLAIN, tl_rule_set_words),
  TL_CHOICE (TlMeasure, centre, "centre", TL_FIELD_PLAIN, tl_centre_words),
  { .name = NULL },
};

static const TlItemList measure_lists[] = {
  { TL_ITEM_POINT, G_STRUCT_OFFSET (TlMeasure, points), NULL },
  { TL_ITEM_CHANGE, G_STRUCT_OFFSET (TlMeasure, changes), NULL },
  { .offset = 0 },
};

const TlItemType tl_measure_type = {
  .kind = TL_ITEM_MEASURE,
  .element = "measure",
  .id_prefix = 'x',
  .size = sizeof (TlMeasure),
  .fields = measure_fields,
  .lists = measure_lists,
  .label = N_ ("measure"),
};

static const TlField point_fields[] = {
  TL_TEXT (TlPoint, when, "when", TL_FIELD_PLAIN),
  TL_NUMBER (TlPoint, value, "value", TL_FIELD_PLAIN, -TL_POINT_MOST, TL_POINT_MOST),
  TL_TEXT (TlPoint, note, "note", TL_FIELD_PLAIN),
  { .name = NULL },
};

static const TlItemList point_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_point_type = {
  .kind = TL_ITEM_POINT,
  .element = "point",
  .id_prefix = 0,
  .size = sizeof (TlPoint),
  .fields = point_fields,
  .lists = point_lists,
  .label = N_ ("point"),
};

static const TlField change_fields[] = {
  TL_TEXT (TlChange, when, "when", TL_FIELD_PLAIN),
  TL_TEXT (TlChange, what, "what", TL_FIELD_PLAIN),
  { .name = NULL },
};

static const TlItemList change_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_change_type = {
  .kind = TL_ITEM_CHANGE,
  .element = "change",
  .id_prefix = 0,
  .size = sizeof (TlChange),
  .fields = change_fields,
  .lists = change_lists,
  .label = N_ ("declared change"),
};
