/* flow-legend.c: what a lens shows, in words and samples: over what, in which unit, to which scale.
 */
#include "paint/flow-legend.h"

#include <math.h>

#include "paint/flow-look.h"
#include "paint/flow-ribbon.h"
#include "paint/key.h"
#include "paint/role-look.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define ROW 28.0
#define SAMPLE_WIDTH 34.0
#define GAP_INSIDE 8.0
#define GAP_BETWEEN 22.0
#define SHADES 5
#define CARD 800.0
#define SHADE_WIDTH 24.0
/* More roles than this are summed up. */
#define MOST_ROLES 12

/* While a legend is being added: entries flow like words. */
typedef struct
{
  TlScene *scene;
  const TlFlowLens *lens;
  const TlBox *place;
  double x;
  double y;
  double right; /* the farthest that anything reaches */
} Legend;

static double
unit (const Legend *legend, double length)
{
  return tl_scene_unit (legend->scene, length);
}

static void
break_row (Legend *legend)
{
  if (legend->x > legend->place->x)
    {
      legend->x = legend->place->x;
      legend->y += unit (legend, ROW);
    }
}

/* Returns: where a sample of that width goes, with @text after it */
static TlBox
add_entry (Legend *legend, double sample, const char *text)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT };
  double before = sample > 0 ? unit (legend, sample + GAP_INSIDE) : 0;
  TlLabel *label = tl_scene_measure (legend->scene, &style, text, legend->place->width - before);
  double swatch = unit (legend, TL_SWATCH);
  TlBox box;

  if (legend->x > legend->place->x && legend->x + before + label->width > legend->place->x + legend->place->width)
    break_row (legend);
  box = (TlBox){ legend->x, legend->y, unit (legend, sample), swatch };
  tl_scene_place (legend->scene, label, legend->x + before, legend->y + (swatch - label->height) / 2);
  legend->right = MAX (legend->right, legend->x + before + label->width);
  legend->x += before + label->width + unit (legend, GAP_BETWEEN);
  return box;
}

static void
add_bucket (Legend *legend, TlBucket bucket, const char *text)
{
  TlBox box = add_entry (legend, TL_SWATCH, text);

  tl_key_add_swatch (legend->scene, bucket, &box);
}

/* The sample of a line or of a ribbon. */
typedef struct
{
  TlTheme theme;
  TlBox box;
  TlBucket bucket;
  TlDemandKind kind;
  double width;
  gboolean ribbon;
  gboolean dashed;
} Sample;

static void
paint_sample (cairo_t *cr, gpointer data)
{
  static const double dashes[] = { 8, 5 };
  const Sample *sample = data;
  TlColour colour = tl_theme_bucket_text (&sample->theme, sample->bucket);
  double y = sample->box.y + sample->box.height / 2;

  cairo_move_to (cr, sample->box.x, y);
  cairo_line_to (cr, sample->box.x + sample->box.width, y);
  if (sample->ribbon)
    {
      tl_ribbon_stroke (&sample->theme, cr, sample->kind, sample->width, TRUE);
      return;
    }
  tl_colour_set (cr, &colour);
  cairo_set_line_width (cr, sample->width);
  if (sample->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
add_sample (Legend *legend, Sample sample, const char *text)
{
  sample.theme = legend->scene->theme;
  sample.box = add_entry (legend, SAMPLE_WIDTH, text);
  sample.width = unit (legend, sample.width);
  tl_scene_add_picture (legend->scene, paint_sample, g_memdup2 (&sample, sizeof sample), g_free);
}

/* A sentence on a row of its own where it needs one, or two where there is little room. */
static void
add_sentence (Legend *legend, const char *text)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .lines = 3, .sentence = TRUE };
  TlLabel *label = tl_scene_measure (legend->scene, &style, text, legend->place->width);
  double swatch = unit (legend, TL_SWATCH);

  if (legend->x + label->width > legend->place->x + legend->place->width)
    break_row (legend);
  tl_scene_place (legend->scene, label, legend->x, legend->y + MAX (0, (swatch - label->height) / 2));
  legend->right = MAX (legend->right, legend->x + label->width);
  legend->y += MAX (0, label->height - swatch);
}

/* ---- each lens ---- */

static void
add_raised (Legend *legend)
{
  g_autofree char *most = NULL;
  g_autofree char *text = NULL;
  double width;

  if (!(legend->lens->most_raised > 0))
    return;
  width = MAX (TL_LOOP_LEAST, TL_LOOP_MOST * legend->lens->most_raised / legend->lens->whole_loop);
  most = tl_words_times_per (legend->lens->most_raised, legend->lens->period);
  text = g_strdup_printf (_ ("failure demand that a step causes; the widest is %s"), most);
  add_sample (legend, (Sample){ .bucket = TL_BUCKET_FAILURE, .width = width }, text);
}

static void
add_class (Legend *legend)
{
  add_bucket (legend, TL_BUCKET_VALUE, _ ("value work"));
  add_bucket (legend, TL_BUCKET_WASTE, _ ("waste"));
  add_bucket (legend, TL_BUCKET_UNCLASSIFIED, _ ("not judged yet"));
  add_sample (legend, (Sample){ .bucket = TL_BUCKET_REWORK, .width = 2, .dashed = TRUE }, _ ("done again"));
  add_raised (legend);
}

static void
add_kind (Legend *legend, TlDemandKind kind, const char *text)
{
  add_sample (legend, (Sample){ .ribbon = TRUE, .kind = kind, .width = 14 }, text);
}

static void
add_river (Legend *legend)
{
  g_autofree char *most = tl_words_times_per (legend->lens->most_volume, legend->lens->period);
  g_autofree char *text = g_strdup_printf (_ ("Width: how often work goes this way; the widest is %s"), most);

  add_kind (legend, TL_DEMAND_VALUE, _ ("for value demand"));
  add_kind (legend, TL_DEMAND_FAILURE, _ ("for failure demand"));
  add_kind (legend, TL_DEMAND_UNSURE, _ ("not sure"));
  add_sentence (legend, text);
}

/* From nothing to the largest, in steps. */
static void
add_shades (Legend *legend, const char *most)
{
  TlBox box;

  add_entry (legend, 0, "0");
  legend->x -= unit (legend, GAP_BETWEEN - GAP_INSIDE);
  box = add_entry (legend, SHADES * SHADE_WIDTH, most);
  for (int i = 0; i < SHADES; i++)
    {
      TlColour shade = tl_lens_shade (&legend->scene->theme, legend->lens->lens, (double) i / (SHADES - 1));
      TlBox part = { box.x + i * unit (legend, SHADE_WIDTH), box.y, unit (legend, SHADE_WIDTH), box.height };

      tl_scene_add_block (legend->scene, &shade, &part, 0);
    }
  tl_scene_add_outline (legend->scene, TL_INK_LINE, &box, FALSE);
}

static void
add_hours (Legend *legend)
{
  g_autofree char *most = tl_words_hours_per (legend->lens->most, legend->lens->period);
  g_autofree char *total = tl_words_hours_per (legend->lens->total, legend->lens->period);
  g_autofree char *text = g_strdup_printf (_ ("Shares are of %s, over all demand"), total);

  add_shades (legend, most);
  add_sentence (legend, text);
}

static void
add_wait (Legend *legend)
{
  g_autofree char *most = tl_words_time (legend->lens->most);
  g_autofree char *total = tl_words_time (legend->lens->total);
  g_autofree char *text = NULL;

  if (legend->lens->each_visit)
    text = g_strdup (_ ("Each time a case comes there"));
  else
    text = g_strdup_printf (_ ("Shares are of %s that a value demand waits on average"), total);
  add_shades (legend, most);
  add_sentence (legend, text);
}

static char *
role_words (const TlFlowLens *lens, guint i)
{
  const TlRole *role = g_ptr_array_index (lens->roles, i);
  g_autofree char *name = tl_words_name (role->name);
  g_autofree char *hours = NULL;
  const TlRoleNumbers *numbers = NULL;

  for (guint r = 0; lens->capacity != NULL && r < lens->capacity->roles->len; r++)
    if (g_array_index (lens->capacity->roles, TlRoleNumbers, r).role == role)
      numbers = &g_array_index (lens->capacity->roles, TlRoleNumbers, r);
  if (numbers == NULL || !(numbers->available > 0))
    return g_steal_pointer (&name);
  hours = tl_words_hours_of_per (tl_buckets_sum (&numbers->hours), numbers->available, lens->period);
  /* TRANSLATORS: the name of a role, and "474 of 640 h a week" */
  return g_strdup_printf (_ ("%s, %s"), name, hours);
}

static void
add_role (Legend *legend, guint i)
{
  TlScene *scene = legend->scene;
  TlColour colour = tl_role_colour (&scene->theme, (int) i);
  TlColour ink = tl_theme_text_on (&colour);
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = TRUE, .colour = &ink };
  g_autofree char *words = role_words (legend->lens, i);
  TlBox box = add_entry (legend, SAMPLE_WIDTH, words);
  TlLabel *initials = tl_scene_measure (scene, &style, g_ptr_array_index (legend->lens->initials, i), box.width);

  tl_scene_add_block (scene, &colour, &box, unit (legend, 4));
  tl_scene_place (scene, initials, box.x + (box.width - initials->width) / 2,
                  box.y + (box.height - initials->height) / 2);
}

static void
add_roles (Legend *legend)
{
  guint n = legend->lens->roles->len;
  guint shown = n > MOST_ROLES ? MOST_ROLES - 1 : n;

  for (guint i = 0; i < shown; i++)
    add_role (legend, i);
  if (shown < n)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more role", "and %u more roles", n - shown), n - shown);
      add_entry (legend, 0, more);
    }
  if (legend->lens->has_unroled)
    add_bucket (legend, TL_BUCKET_UNCLASSIFIED, _ ("No role yet"));
}

static void
add_question (Legend *legend)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = TRUE, .ink = TL_INK_TEXT };
  TlLabel *label
      = tl_scene_measure (legend->scene, &style, tl_lens_question (legend->lens->lens), legend->place->width);
  double swatch = unit (legend, TL_SWATCH);

  tl_scene_place (legend->scene, label, legend->x, legend->y + (swatch - label->height) / 2);
  legend->x += label->width + unit (legend, GAP_BETWEEN);
  legend->right = legend->x - unit (legend, GAP_BETWEEN);
  /* On a card it is a heading. */
  if (legend->place->width < unit (legend, CARD))
    break_row (legend);
}

/**
 * tl_flow_legend_add:
 * @scene: a scene
 * @lens: what it explains
 * @place: left, top and width of where it goes; it wraps
 * @width: (out) (nullable): the width that it takes
 *
 * Adds what the lens asks, and samples of what answers it; where numbers are missing, which.
 *
 * Returns: the height that it takes
 */
double
tl_flow_legend_add (TlScene *scene, const TlFlowLens *lens, const TlBox *place, double *width)
{
  static void (*const adders[TL_N_LENSES]) (Legend *) = {
    [TL_LENS_CLASS] = add_class, [TL_LENS_RIVER] = add_river, [TL_LENS_HOURS] = add_hours,
    [TL_LENS_WAIT] = add_wait,   [TL_LENS_ROLE] = add_roles,
  };
  Legend legend = { scene, lens, place, place->x, place->y, place->x };

  add_question (&legend);
  if (lens->missing != NULL)
    add_sentence (&legend, lens->missing);
  else
    adders[lens->lens](&legend);
  if (width != NULL)
    *width = legend.right - place->x;
  return legend.y - place->y + unit (&legend, TL_SWATCH);
}
