/* xmr-signals.c: which rule marked which points: numbers beside them, and what the numbers mean. */
#include "paint/xmr-drawing.h"

#include <math.h>

#include "paint/xmr-series.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define PAD 4.0
#define KEY_GAP 24.0
#define KEY_ROW 6.0
/* So much of the width each number must have on average. */
#define BADGE_ROOM 28.0

/* One rule of the key: its number on a plate, and its words. */
typedef struct
{
  TlLabel *number;
  TlLabel *words;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  tl_label_free (entry->number);
  tl_label_free (entry->words);
  g_free (entry);
}

static TlLabel *
measure_number (TlScene *scene, const char *text)
{
  TlColour ground = tl_theme_ink (&scene->theme, TL_INK_GROUND);
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = TRUE, .colour = &ground };

  return tl_scene_measure (scene, &style, text, 0);
}

/* A number on a plate of the colour of the diamonds. */
static void
place_number (TlScene *scene, TlLabel *label, double x, double y)
{
  TlColour ink = tl_theme_ink (&scene->theme, TL_INK_TEXT);
  double pad = tl_scene_unit (scene, PAD);
  TlBox plate = { x, y, label->width + 2 * pad, label->height };

  tl_scene_add_block (scene, &ink, &plate, pad);
  tl_scene_place (scene, label, x + pad, y);
}

static guint
count_marked (const TlXmr *xmr, guint rule)
{
  guint count = 0;

  for (guint i = 0; i < xmr->n_points; i++)
    count += (xmr->marks[i] >> rule) & 1u;
  return count;
}

static Entry *
new_entry (TlXmrDrawing *drawing, guint rule, guint count)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .sentence = TRUE };
  g_autofree char *number = g_strdup_printf ("%u", drawing->numbers[rule]);
  g_autofree char *rule_words = tl_xmr_rule_words (rule, drawing->plot->xmr->options.rules);
  /* TRANSLATORS: what a rule of a chart marked, as "outside the limits: 2 points" */
  g_autofree char *words = g_strdup_printf (ngettext ("%s: %u point", "%s: %u points", count), rule_words, count);
  Entry *entry = g_new0 (Entry, 1);

  entry->number = measure_number (drawing->scene, number);
  entry->words = tl_scene_measure (drawing->scene, &style, words, 0);
  return entry;
}

/**
 * tl_xmr_signals_key:
 * @drawing: a chart; its rules get their numbers here
 *
 * Returns: (transfer full): one entry for each rule that marked a point
 */
GPtrArray *
tl_xmr_signals_key (TlXmrDrawing *drawing)
{
  GPtrArray *key = g_ptr_array_new_with_free_func (entry_free);

  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    {
      guint count = count_marked (drawing->plot->xmr, rule);

      drawing->numbers[rule] = count > 0 ? key->len + 1 : 0;
      if (count > 0)
        g_ptr_array_add (key, new_entry (drawing, rule, count));
    }
  return key;
}

/* Places what is in the key, or, where @add is not set, only finds the height it takes. */
static double
go_through (TlXmrDrawing *drawing, const GPtrArray *key, const TlBox *place, gboolean add)
{
  TlScene *scene = drawing->scene;
  double pad = tl_scene_unit (scene, PAD);
  double x = place->x;
  double y = place->y;
  double row = 0;

  for (guint i = 0; i < key->len; i++)
    {
      Entry *entry = g_ptr_array_index (key, i);
      double plate = entry->number->width + 2 * pad;
      double width = plate + 2 * pad + entry->words->width;

      row = entry->words->height + tl_scene_unit (scene, KEY_ROW);
      if (x > place->x && x + width > place->x + place->width)
        {
          x = place->x;
          y += row;
        }
      if (add)
        {
          place_number (scene, g_steal_pointer (&entry->number), x, y);
          tl_scene_place (scene, g_steal_pointer (&entry->words), x + plate + 2 * pad, y);
        }
      x += width + tl_scene_unit (scene, KEY_GAP);
    }
  return y + row - place->y;
}

/**
 * tl_xmr_signals_key_height:
 * @drawing: a chart
 * @key: of tl_xmr_signals_key()
 * @width: that it may take; it wraps
 *
 * Returns: the height it takes; 0 where nothing is marked
 */
double
tl_xmr_signals_key_height (TlXmrDrawing *drawing, const GPtrArray *key, double width)
{
  return go_through (drawing, key, &(TlBox){ 0, 0, width, 0 }, FALSE);
}

/**
 * tl_xmr_signals_add_key:
 * @drawing: a chart
 * @key: (transfer full): of tl_xmr_signals_key()
 * @place: left, top and width
 */
void
tl_xmr_signals_add_key (TlXmrDrawing *drawing, GPtrArray *key, const TlBox *place)
{
  go_through (drawing, key, place, TRUE);
  g_ptr_array_unref (key);
}

static char *
number_words (const TlXmrDrawing *drawing, guint rules)
{
  GString *text = g_string_new (NULL);

  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    if (rules & 1u << rule)
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", drawing->numbers[rule]);
  return g_string_free (text, FALSE);
}

/* Beside the point, on the side away from the centre, else on the other; where neither is free, not
 * at all: the diamond stands there, and the key says how many there are. */
static void
add_badge (TlXmrDrawing *drawing, const TlXmrPanel *panel, const TlXmrColumn *column, guint rules)
{
  TlScene *scene = drawing->scene;
  const TlXmrPhase *phase = tl_xmr_phase_of (drawing->plot->xmr, column->point);
  double centre = panel->ranges ? phase->range : phase->limits.centre;
  g_autofree char *text = number_words (drawing, rules);
  g_autoptr (TlLabel) label = measure_number (scene, text);
  double y = tl_xmr_series_y (&panel->axis, &panel->box, column->value);
  double away = tl_scene_unit (scene, TL_XMR_DIAMOND + 3);
  double width = label->width + 2 * tl_scene_unit (scene, PAD);
  double x = CLAMP (panel->box.x + column->x - width / 2, panel->box.x,
                    MAX (panel->box.x, panel->box.x + panel->box.width - width));

  for (guint try = 0; try < 2; try++)
    {
      gboolean above = (column->value >= centre) == (try == 0);
      TlBox box = { x, above ? y - away - label->height : y + away, width, label->height };

      if (box.y < panel->box.y || box.y + box.height > panel->box.y + panel->box.height
          || !tl_xmr_drawing_take (drawing, &box))
        continue;
      place_number (scene, g_steal_pointer (&label), box.x, box.y);
      return;
    }
}

/* Of columns in a row, the one that stands out the most. */
static guint
furthest (TlXmrDrawing *drawing, const TlXmrPanel *panel, guint first, guint end)
{
  guint found = first;
  double most = -1;

  for (guint i = first; i < end; i++)
    {
      const TlXmrColumn *column = &g_array_index (panel->columns, TlXmrColumn, i);
      const TlXmrPhase *phase = tl_xmr_phase_of (drawing->plot->xmr, column->point);
      double far = panel->ranges ? column->value : fabs (column->value - phase->limits.centre);

      if (far > most)
        found = i;
      most = MAX (most, far);
    }
  return found;
}

/* Adds 1 << @rule to one column of each row of columns that it marked. Returns how many rows. */
static guint
choose_columns (TlXmrDrawing *drawing, const TlXmrPanel *panel, guint rule, guint *chosen)
{
  guint rows = 0;
  guint first = 0;

  for (guint i = 0; i <= panel->columns->len; i++)
    {
      gboolean marked = i < panel->columns->len && g_array_index (panel->columns, TlXmrColumn, i).marks & 1u << rule;

      if (marked)
        continue;
      if (first < i)
        {
          chosen[furthest (drawing, panel, first, i)] |= 1u << rule;
          rows++;
        }
      first = i + 1;
    }
  return rows;
}

/**
 * tl_xmr_signals_add:
 * @drawing: a chart, its rules numbered
 * @panel: one of its panels
 *
 * Adds the numbers of their rules beside points that belong to signals, once for points in a row.
 * Where there are more than can be told apart, the diamonds and the key have to do.
 */
void
tl_xmr_signals_add (TlXmrDrawing *drawing, const TlXmrPanel *panel)
{
  g_autofree guint *chosen = g_new0 (guint, panel->columns->len + 1);
  guint rows = 0;

  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    rows += choose_columns (drawing, panel, rule, chosen);
  if (rows > panel->box.width / tl_scene_unit (drawing->scene, BADGE_ROOM))
    return;
  for (guint i = 0; i < panel->columns->len; i++)
    if (chosen[i] != 0)
      add_badge (drawing, panel, &g_array_index (panel->columns, TlXmrColumn, i), chosen[i]);
}
