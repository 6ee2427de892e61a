/* view-trace.c: the way from failure demand over step, waste and condition to the thinking. */
#include "paint/view.h"

#include "paint/step-words.h"
#include "paint/trace-layout.h"
#include "paint/trace-words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define GAP_X 44.0
/* Of the width of all, where that is less: words need the room more than lines do. */
#define GAP_X_PART 0.035
#define HEAD_GAP 10.0
#define PAD_X 10.0
#define BAR 6.0
#define WORDS 17.0
#define ROW_LEAST 44.0
#define LINK 2.0

/* How roomy nodes are: a name that is read to its end is worth more than numbers and air. */
typedef struct
{
  int lines; /* at most, of each text */
  gboolean more;
  double pad; /* above and below the words, at 100 % */
  double gap; /* between two nodes, at 100 % */
} Density;

static const Density densities[]
    = { { 14, TRUE, 10, 14 }, { 14, TRUE, 6, 10 }, { 14, FALSE, 6, 10 }, { 14, FALSE, 3, 5 }, { 11, FALSE, 3, 5 },
        { 8, FALSE, 3, 5 },   { 7, FALSE, 3, 5 },  { 6, FALSE, 3, 5 },   { 5, FALSE, 3, 5 },  { 4, FALSE, 3, 5 },
        { 3, FALSE, 3, 5 },   { 2, FALSE, 3, 5 },  { 1, FALSE, 10, 14 } };

/* One node with its texts, measured. */
typedef struct
{
  TlLabel *words;
  TlLabel *more; /* NULL for none */
} Cell;

typedef struct
{
  TlScene *scene;
  const TlSubject *subject;
  TlTrace *trace;
  const Density *densities[TL_N_TRACE_COLUMNS]; /* of each column */
  Cell *cells;
  double *heights;
} Sheet;

static void
clear_cell (Cell *cell)
{
  g_clear_pointer (&cell->words, tl_label_free);
  g_clear_pointer (&cell->more, tl_label_free);
}

static void
clear_cells (Sheet *self)
{
  for (guint i = 0; i < self->trace->nodes->len; i++)
    clear_cell (&self->cells[i]);
}

static void
sheet_clear (Sheet *self)
{
  clear_cells (self);
  g_free (self->cells);
  g_free (self->heights);
  tl_trace_free (self->trace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
sheet_init (Sheet *self, TlScene *scene, const TlSubject *subject)
{
  self->scene = scene;
  self->subject = subject;
  self->trace = tl_trace_new (subject->study, subject->flow, subject->demand);
  self->cells = g_new0 (Cell, self->trace->nodes->len);
  self->heights = g_new0 (double, self->trace->nodes->len);
}

static double
unit (const Sheet *self, double length)
{
  return tl_scene_unit (self->scene, length);
}

static TlLabel *
measure_head (const Sheet *self, TlTraceColumn column, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = TRUE, .ink = TL_INK_QUIET, .lines = 3, .sentence = TRUE };

  return tl_scene_measure (self->scene, &style, tl_trace_column_words (column), width);
}

static double
head_height (const Sheet *self, double width)
{
  double height = 0;

  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    {
      g_autoptr (TlLabel) label = measure_head (self, (TlTraceColumn) c, width);

      height = MAX (height, label->height);
    }
  return height + unit (self, HEAD_GAP);
}

static void
measure_node (Sheet *self, guint index, double width)
{
  const TlTraceNode *node = tl_trace_node (self->trace, index);
  const Density *density = self->densities[node->column];
  Cell *cell = &self->cells[index];
  g_autofree char *words = tl_trace_node_words (node, self->subject);
  g_autofree char *more = tl_trace_node_more (node, self->subject);
  TlLabelStyle plain
      = { .size = WORDS, .ink = node->missing ? TL_INK_QUIET : TL_INK_TEXT, .lines = density->lines, .sentence = TRUE };
  TlLabelStyle quiet
      = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .lines = MIN (density->lines, 6), .sentence = TRUE };
  double room = MAX (1, width - unit (self, BAR + 2 * PAD_X));

  clear_cell (cell);
  cell->words = tl_scene_measure (self->scene, &plain, words, room);
  cell->more = more && *more && density->more ? tl_scene_measure (self->scene, &quiet, more, room) : NULL;
  self->heights[index] = cell->words->height + (cell->more ? cell->more->height : 0) + unit (self, 2 * density->pad);
}

/* Returns: the height that the nodes of a column take, with the gaps between them */
static double
measure_column (Sheet *self, TlTraceColumn column, double width, const Density *density)
{
  double height = 0;

  self->densities[column] = density;
  for (guint i = 0; i < self->trace->nodes->len; i++)
    if (tl_trace_node (self->trace, i)->column == column)
      {
        measure_node (self, i, width);
        height += self->heights[i] + (height > 0 ? unit (self, density->gap) : 0);
      }
  return height;
}

/* Returns: the height of the tallest column where nothing is cut */
static double
measure_whole (Sheet *self, double width)
{
  double tallest = 0;

  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    tallest = MAX (tallest, measure_column (self, (TlTraceColumn) c, width, &densities[0]));
  return tallest;
}

/* Each column says as much as it has room for: few long names do not give way to many others.
 * Returns: whether all have room */
static gboolean
measure_nodes (Sheet *self, double width, double height)
{
  gboolean all = TRUE;

  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    {
      guint i = 0;

      while (measure_column (self, (TlTraceColumn) c, width, &densities[i]) > height
             && i + 1 < G_N_ELEMENTS (densities))
        i++;
      all &= measure_column (self, (TlTraceColumn) c, width, &densities[i]) <= height;
    }
  return all;
}

/* Returns: the gap of the column that has least room */
static double
least_gap (const Sheet *self)
{
  double gap = densities[0].gap;

  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    gap = MIN (gap, self->densities[c]->gap);
  return unit (self, gap);
}

/* ---- drawing ---- */

typedef struct
{
  GArray *curves; /* (element-type TlBox): from the left end to the right one */
  TlColour colour;
  double width;
} Curves;

static void
curves_free (gpointer data)
{
  Curves *self = data;

  g_array_unref (self->curves);
  g_free (self);
}

static void
paint_curves (cairo_t *cr, gpointer data)
{
  Curves *self = data;

  tl_colour_set (cr, &self->colour);
  cairo_set_line_width (cr, self->width);
  for (guint i = 0; i < self->curves->len; i++)
    {
      const TlBox *box = &g_array_index (self->curves, TlBox, i);
      double bend = box->width / 2;

      cairo_move_to (cr, box->x, box->y);
      cairo_curve_to (cr, box->x + bend, box->y, box->x + bend, box->y + box->height, box->x + box->width,
                      box->y + box->height);
    }
  cairo_stroke (cr);
}

static double
middle (const TlBox *box)
{
  return box->y + box->height / 2;
}

static void
add_links (Sheet *self, const TlTracePlaces *places)
{
  Curves *curves = g_new0 (Curves, 1);

  curves->curves = g_array_new (FALSE, FALSE, sizeof (TlBox));
  curves->colour = tl_theme_ink (&self->scene->theme, TL_INK_LINE);
  curves->width = unit (self, LINK);
  for (guint i = 0; i < self->trace->links->len; i++)
    {
      const TlTraceLink *link = &g_array_index (self->trace->links, TlTraceLink, i);
      const TlBox *from = &places->boxes[link->from];
      const TlBox *to = &places->boxes[link->to];
      double right = from->x + from->width;
      TlBox curve = { right, middle (from), to->x - right, middle (to) - middle (from) };

      if (from->height > 0 && to->height > 0)
        g_array_append_val (curves->curves, curve);
    }
  tl_scene_add_picture (self->scene, paint_curves, curves, curves_free);
}

/* A step that does value work, but sends some of it back, is seen by that. */
static TlBucket
waste_bucket (const Sheet *self, const TlStep *step)
{
  if (step->class != TL_CLASS_WASTE && tl_step_sends_back (step, self->subject->flow))
    return TL_BUCKET_REWORK;
  return tl_step_bucket (step);
}

static TlColour
node_colour (const Sheet *self, const TlTraceNode *node)
{
  const TlTheme *theme = &self->scene->theme;

  switch (node->column)
    {
    case TL_TRACE_DEMAND:
      return tl_theme_bucket (theme, TL_BUCKET_FAILURE);
    case TL_TRACE_WASTE:
      return tl_theme_bucket (theme, waste_bucket (self, (const TlStep *) node->item));
    case TL_TRACE_CONDITION:
    case TL_TRACE_THINKING:
      return tl_theme_ink (theme, TL_INK_ACCENT);
    case TL_TRACE_STEP:
    case TL_N_TRACE_COLUMNS:
    default:
      return tl_theme_ink (theme, TL_INK_LINE);
    }
}

static void
add_frame (Sheet *self, const TlTraceNode *node, const TlBox *box)
{
  TlColour surface = tl_theme_ink (&self->scene->theme, TL_INK_SURFACE);
  TlColour colour = node_colour (self, node);
  TlBox bar = { box->x, box->y, unit (self, BAR), box->height };

  tl_scene_add_block (self->scene, &surface, box, 0);
  tl_scene_add_outline (self->scene, node->missing ? TL_INK_LINE : TL_INK_FAINT, box, node->missing);
  if (!node->missing)
    tl_scene_add_block (self->scene, &colour, &bar, 0);
}

static void
add_target (Sheet *self, guint index, const TlBox *box)
{
  const TlTraceNode *node = tl_trace_node (self->trace, index);
  g_autofree char *words = tl_trace_node_words (node, self->subject);
  g_autofree char *said = g_strdup_printf (_ ("%s: %s"), tl_trace_column_words (node->column), words);

  if (node->item->id)
    tl_scene_add_target (self->scene, box, node->item->id, said);
}

static void
add_node (Sheet *self, guint index, const TlBox *box)
{
  Cell *cell = &self->cells[index];
  double x = box->x + unit (self, BAR + PAD_X);
  double y = box->y + unit (self, self->densities[tl_trace_node (self->trace, index)->column]->pad);

  add_frame (self, tl_trace_node (self->trace, index), box);
  if (cell->more)
    tl_scene_place (self->scene, g_steal_pointer (&cell->more), x, y + cell->words->height);
  tl_scene_place (self->scene, g_steal_pointer (&cell->words), x, y);
  add_target (self, index, box);
}

static double
gap_between_columns (const TlScene *scene, double width)
{
  return MIN (tl_scene_unit (scene, GAP_X), GAP_X_PART * width);
}

static void
add_heads (Sheet *self, const TlBox *body, double width)
{
  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    tl_scene_place (self->scene, measure_head (self, (TlTraceColumn) c, width),
                    body->x + c * (width + gap_between_columns (self->scene, body->width)), body->y);
}

/* Column by column, so that who goes through them by keys or ears goes along the way. */
static void
add_nodes (Sheet *self, const TlTracePlaces *places)
{
  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    for (guint i = 0; i < self->trace->nodes->len; i++)
      if (tl_trace_node (self->trace, i)->column == (TlTraceColumn) c && places->boxes[i].height > 0)
        add_node (self, i, &places->boxes[i]);
}

static void
add_hidden (Sheet *self, const TlTracePlaces *places, const TlBox *place, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .sentence = TRUE };

  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    {
      guint n = places->hidden[c];
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      if (n > 0)
        tl_scene_place (self->scene, tl_scene_measure (self->scene, &style, words, width),
                        place->x + c * (width + gap_between_columns (self->scene, place->width)), place->y);
    }
}

static double
note_height (const Sheet *self)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  g_autoptr (TlLabel) label = tl_scene_measure (self->scene, &style, "0", 0);

  return label->height;
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_auto (Sheet) sheet = { NULL };
  g_autoptr (TlTracePlaces) places = NULL;
  double gap = gap_between_columns (scene, body->width);
  double width = tl_trace_column_width (body->width, gap);
  TlBox place = *body;
  double head;

  sheet_init (&sheet, scene, subject);
  head = head_height (&sheet, width);
  place.y += head;
  place.height -= head;
  if (!measure_nodes (&sheet, width, place.height))
    place.height -= note_height (&sheet);
  places = tl_trace_places_new (sheet.trace, sheet.heights, &place, gap, least_gap (&sheet));
  add_heads (&sheet, body, width);
  add_links (&sheet, places);
  add_nodes (&sheet, places);
  add_hidden (&sheet, places, &(TlBox){ place.x, place.y + place.height, place.width, 0 }, width);
}

/* ---- the view ---- */

/* Smaller letters come before shorter words. */
static gboolean
fits (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_auto (Sheet) sheet = { NULL };
  double width = tl_trace_column_width (body->width, gap_between_columns (scene, body->width));

  sheet_init (&sheet, scene, subject);
  return head_height (&sheet, width) + measure_whole (&sheet, width) <= body->height;
}

static char *
nothing (const TlSubject *subject)
{
  g_autoptr (TlTrace) trace = tl_trace_new (subject->study, subject->flow, subject->demand);

  return tl_trace_nothing (trace, subject);
}

static char *
finding (const TlSubject *subject)
{
  g_autoptr (TlTrace) trace = tl_trace_new (subject->study, subject->flow, subject->demand);

  return tl_trace_finding (trace, subject);
}

static char *
count (const TlSubject *subject)
{
  g_autoptr (TlTrace) trace = tl_trace_new (subject->study, subject->flow, subject->demand);

  return tl_trace_count (trace);
}

static guint
most_nodes (const TlTrace *trace)
{
  guint n[TL_N_TRACE_COLUMNS] = { 0 };
  guint most = 0;

  for (guint i = 0; i < trace->nodes->len; i++)
    most = MAX (most, ++n[tl_trace_node (trace, i)->column]);
  return most;
}

static double
least (const TlSubject *subject)
{
  g_autoptr (TlTrace) trace = tl_trace_new (subject->study, subject->flow, subject->demand);

  return 3 * TL_SIZE_SMALL + MIN (most_nodes (trace), 16) * (ROW_LEAST + densities[0].gap);
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  g_auto (Sheet) sheet = { NULL };
  double column = tl_trace_column_width (width, gap_between_columns (scene, width));

  sheet_init (&sheet, scene, subject);
  return head_height (&sheet, column) + measure_whole (&sheet, column) + unit (&sheet, densities[0].gap);
}

const TlViewType tl_view_trace_type = {
  .nick = "trace",
  .label = N_ ("From failure demand to the thinking"),
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fits = fits,
  .fill = fill,
};
