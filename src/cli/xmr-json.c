/* xmr-json.c: the numbers of a chart of variation for other programs. */
#include "cli/json-members.h"
#include "cli/xmr-text.h"

static void
add_phase (JsonBuilder *json, const TlXmrPhase *phase)
{
  json_builder_begin_object (json);
  tl_json_add_number (json, "first", phase->first + 1);
  tl_json_add_number (json, "last", phase->first + phase->n_points);
  tl_json_add_number (json, "values", phase->n_values);
  tl_json_add_number (json, "centre", phase->limits.centre);
  tl_json_add_number (json, "upper", phase->limits.upper);
  tl_json_add_number (json, "lower", phase->lower);
  tl_json_add_number (json, "range", phase->range);
  tl_json_add_number (json, "range_limit", phase->limits.range_limit);
  json_builder_set_member_name (json, "trial");
  json_builder_add_boolean_value (json, phase->trial);
  json_builder_end_object (json);
}

static void
add_points (JsonBuilder *json, const char *name, const TlXmr *xmr, const guint *bits, TlXmrRule rule)
{
  tl_json_begin_array (json, name);
  for (guint i = 0; i < xmr->n_points; i++)
    if (bits[i] & 1u << rule)
      json_builder_add_int_value (json, i + 1);
  json_builder_end_array (json);
}

static void
add_signals (JsonBuilder *json, const TlXmr *xmr)
{
  guint found = 0;

  for (guint i = 0; i < xmr->n_points; i++)
    found |= xmr->marks[i];
  tl_json_begin_object (json, "signals");
  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    {
      if (!(found & 1u << rule))
        continue;
      tl_json_begin_object (json, tl_xmr_rule_nick (rule));
      add_points (json, "at", xmr, xmr->fires, rule);
      add_points (json, "points", xmr, xmr->marks, rule);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

char *
tl_xmr_json (const TlMeasure *measure, const TlXmr *xmr)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  tl_json_add_text (json, "measure", measure->item.id);
  tl_json_add_text (json, "name", measure->name);
  tl_json_add_text (json, "unit", measure->unit);
  tl_json_add_text (json, "rules", tl_xmr_rule_set_nick (xmr->options.rules));
  tl_json_add_text (json, "centre_is", xmr->options.median ? "median" : "mean");
  tl_json_begin_array (json, "phases");
  for (guint i = 0; i < xmr->phases->len; i++)
    add_phase (json, &g_array_index (xmr->phases, TlXmrPhase, i));
  json_builder_end_array (json);
  add_signals (json, xmr);
  json_builder_end_object (json);
  return tl_json_finish (json);
}
