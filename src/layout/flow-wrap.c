/* flow-wrap.c: a flow too long for one line goes on in further rows, as text does.
 *
 * Rows are cut where few lines pass, so that each row can be read alone. How many there are is
 * decided by how large the picture then is on a projector.
 */
#include "layout/flow-columns.h"

#include <math.h>

/* So short a flow stays in one line. */
#define SHORTEST 9
/* Where a row ends so many lines may go on, best a single one, and so many lead back over it. */
#define MOST_AHEAD 3
#define MOST_BACK 2
/* How little a row longer or shorter than the others weighs against one more line that is cut. */
#define LINE_COST 0.15
#define MOST_ROWS 120
/* A projector's picture less the window around it, in points at 100 %. Larger than this nobody
 * needs it, and each further row makes it a little harder to read. */
#define SCREEN_WIDTH 1600.0
#define SCREEN_HEIGHT 900.0
#define LARGEST 1.2
#define ROW_COST 0.05
#define CUT_AHEAD_COST 0.05
#define CUT_BACK_COST 0.02
/* Where it is only little larger, one line is better. */
#define WORTH 1.15

typedef struct
{
  const TlLayers *layers;
  const double *along;
  gboolean down;
  guint *n_ahead; /* lines before each layer, by way */
  guint *n_back;
  double *low; /* of each layer, across */
  double *high;
} Wrapper;

typedef struct
{
  double value;
  GArray *starts; /* the first layer of each row */
} Rows;

static double
half_width (const Wrapper *self, guint layer)
{
  double half = 0;

  for (guint i = self->layers->start[layer]; i < self->layers->start[layer + 1]; i++)
    {
      const TlCell *cell = tl_cell (self->layers, self->layers->order[i]);

      if (cell->node >= 0)
        half = MAX (half, self->layers->graph->nodes[cell->node].width / 2);
    }
  return half;
}

static double
width_of (const Wrapper *self, guint first, guint last)
{
  return self->along[last] - self->along[first] + half_width (self, first) + half_width (self, last);
}

static void
measure (Wrapper *self)
{
  const TlLayers *layers = self->layers;

  for (guint s = 0; s < layers->spans->len; s++)
    {
      const TlSpan *span = tl_span (layers, s);
      guint layer = tl_cell (layers, span->to)->layer;

      self->n_ahead[layer] += span->back ? 0 : 1;
      self->n_back[layer] += span->back ? 1 : 0;
    }
  for (guint l = 0; l < layers->n_layers; l++)
    {
      self->low[l] = G_MAXDOUBLE;
      self->high[l] = -G_MAXDOUBLE;
      for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
        {
          guint c = layers->order[i];
          const TlCell *cell = tl_cell (layers, c);

          self->low[l] = MIN (self->low[l], cell->at - cell->size / 2);
          self->high[l] = MAX (self->high[l], cell->at + cell->size / 2);
        }
    }
}

/* More lines than one that go on to the row that begins with @layer. */
static guint
extra_ahead (const Wrapper *self, guint layer)
{
  return MAX (self->n_ahead[layer], 1) - 1;
}

/* Returns: the layer to begin the next row with, when a row about @width wide begins at @first; the
 * number of layers if there is none */
static guint
next_row (const Wrapper *self, guint first, double width)
{
  guint best = self->layers->n_layers;
  double least = G_MAXDOUBLE;

  for (guint l = first + 2; l + 1 < self->layers->n_layers; l++)
    {
      double off = fabs (width_of (self, first, l - 1) / width - 1);
      double cost = off + LINE_COST * (self->n_back[l] + extra_ahead (self, l));

      if (self->n_ahead[l] <= MOST_AHEAD && self->n_back[l] <= MOST_BACK && cost < least)
        {
          least = cost;
          best = l;
        }
      if (off > 1 && best < self->layers->n_layers && width_of (self, first, l - 1) > width)
        break;
    }
  return best;
}

static double
height_of (const Wrapper *self, guint first, guint end)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  for (guint l = first; l < end; l++)
    {
      low = MIN (low, self->low[l]);
      high = MAX (high, self->high[l]);
    }
  return high - low;
}

static double
zoom_of (double width, double height)
{
  return MIN (LARGEST, MIN (SCREEN_WIDTH / width, SCREEN_HEIGHT / height));
}

/**
 * tl_picture_is_worth:
 * @new: the box of a flow if it were placed anew
 * @old: as it is
 *
 * Returns: whether it would be clearly larger on a projector
 */
gboolean
tl_picture_is_worth (const TlBox *new, const TlBox *old)
{
  return zoom_of (new->width, new->height) > WORTH * zoom_of (old->width, old->height);
}

/* How well rows suit a projector: how large the picture is, less what cuts cost. */
static double
value_of (const Wrapper *self, const GArray *starts)
{
  double width = 0, height = 0, cut = 0, zoom;
  guint n_layers = self->layers->n_layers;

  for (guint r = 0; r < starts->len; r++)
    {
      guint first = g_array_index (starts, guint, r);
      guint end = r + 1 < starts->len ? g_array_index (starts, guint, r + 1) : n_layers;

      width = MAX (width, width_of (self, first, end - 1));
      height += height_of (self, first, end) + (r > 0 ? TL_GAP_ROWS : 0);
      cut += r > 0 ? CUT_BACK_COST * self->n_back[first] + CUT_AHEAD_COST * extra_ahead (self, first) : 0;
    }
  zoom = self->down ? zoom_of (height, width) : zoom_of (width, height);
  return zoom / (1 + ROW_COST * (starts->len - 1) + cut);
}

/* In about @n_rows rows, each as long as what is left allows. */
static GArray *
cut_rows (const Wrapper *self, guint n_rows)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_layers = self->layers->n_layers, first = 0;

  g_array_append_val (starts, first);
  for (guint r = 0; r + 1 < n_rows; r++)
    {
      double left = width_of (self, first, n_layers - 1);
      double gaps = (n_rows - r - 1) * TL_STEP_GAP_X;

      first = next_row (self, first, MAX ((left - gaps) / (n_rows - r), 1));
      if (first >= n_layers)
        break;
      g_array_append_val (starts, first);
    }
  return starts;
}

static GArray *
best_rows (const Wrapper *self)
{
  GArray *best = cut_rows (self, 1);
  double value = value_of (self, best) * WORTH;

  for (guint n_rows = 2; n_rows <= MIN (self->layers->n_layers / 3, MOST_ROWS); n_rows++)
    {
      GArray *rows = cut_rows (self, n_rows);
      double other = value_of (self, rows);

      if (other > value)
        {
          g_array_unref (best);
          best = g_array_ref (rows);
          value = other;
        }
      g_array_unref (rows);
    }
  return best;
}

/**
 * tl_layers_wrap:
 * @layers: layers whose cells have their place across
 * @along: (array length=n_layers) (inout): where each layer is in the direction of work
 * @across: (array length=n_layers) (out caller-allocates): how far its cells are to be moved across
 * @down: whether work goes from top to bottom
 *
 * Breaks a long flow into rows, where it has places to break, and where it is larger in a picture
 * then. Otherwise nothing is moved.
 */
void
tl_layers_wrap (const TlLayers *layers, double *along, double *across, gboolean down)
{
  guint n_layers = layers->n_layers;
  g_autofree guint *n_ahead = g_new0 (guint, n_layers + 1);
  g_autofree guint *n_back = g_new0 (guint, n_layers + 1);
  g_autofree double *low = g_new0 (double, n_layers + 1);
  g_autofree double *high = g_new0 (double, n_layers + 1);
  Wrapper wrapper = { layers, along, down, n_ahead, n_back, low, high };
  g_autoptr (GArray) rows = NULL;
  double top = 0;

  for (guint l = 0; l < n_layers; l++)
    across[l] = 0;
  if (n_layers < SHORTEST)
    return;
  measure (&wrapper);
  rows = best_rows (&wrapper);
  for (guint r = 0; r < rows->len && rows->len > 1; r++)
    {
      guint first = g_array_index (rows, guint, r);
      guint end = r + 1 < rows->len ? g_array_index (rows, guint, r + 1) : n_layers;
      double left = along[first] - half_width (&wrapper, first), row_low = G_MAXDOUBLE;

      for (guint l = first; l < end; l++)
        row_low = MIN (row_low, low[l]);
      for (guint l = first; l < end; l++)
        {
          along[l] -= left;
          across[l] = top - row_low;
        }
      top += height_of (&wrapper, first, end) + TL_GAP_ROWS;
    }
}

typedef struct
{
  double along; /* sums over the placed steps of a layer */
  double across;
  guint count;
} Mean;

static Mean *
means_of (const TlFlowGraph *graph, const TlPart *part, guint n_layers)
{
  Mean *means = g_new0 (Mean, n_layers + 1);

  for (guint i = 0; i < part->n_nodes; i++)
    {
      const TlGraphNode *node = &graph->nodes[part->nodes[i]];

      if (!node->placed)
        continue;
      means[node->rank].along += node->stood_x;
      means[node->rank].across += node->key;
      means[node->rank].count++;
    }
  return means;
}

/* Where the next layer with places begins a row: it stands clearly before the last one. */
static gboolean
begins_row (const Mean *last, const Mean *next)
{
  return last->count > 0 && next->along / next->count < last->along / last->count - TL_STEP_WIDTH;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* How far the row that begins with @layer is to be moved so that most lines to it would be straight. */
static double
shift_of_row (const TlFlowGraph *graph, const TlPart *part, int layer, double otherwise)
{
  g_autoptr (GArray) offs = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint e = 0; e < part->n_edges; e++)
    {
      const TlGraphNode *from = &graph->nodes[graph->edges[part->edges[e]].from];
      const TlGraphNode *to = &graph->nodes[graph->edges[part->edges[e]].to];
      double off = from->key - to->key;

      if (from->placed && to->placed && from->rank == layer - 1 && to->rank == layer)
        g_array_append_val (offs, off);
    }
  if (offs->len == 0)
    return otherwise;
  g_array_sort (offs, compare_numbers);
  return g_array_index (offs, double, (offs->len - 1) / 2);
}

/**
 * tl_part_unwrap:
 * @graph: a ranked graph whose keys are places
 * @part: a part of it
 *
 * Takes rows that the flow was broken into back into one line, so that what is tidy is known again:
 * moves the keys of each row level with the end of the row before. All keys of a layer move alike.
 */
void
tl_part_unwrap (TlFlowGraph *graph, const TlPart *part)
{
  g_autofree Mean *means = NULL;
  g_autofree double *shifts = NULL;
  guint n_layers = 0;
  const Mean *last = NULL;
  double shift = 0;

  for (guint i = 0; i < part->n_nodes; i++)
    n_layers = MAX (n_layers, (guint) graph->nodes[part->nodes[i]].rank + 1);
  means = means_of (graph, part, n_layers);
  shifts = g_new0 (double, n_layers + 1);
  for (guint l = 0; l < n_layers; l++)
    {
      if (means[l].count > 0 && last != NULL && begins_row (last, &means[l]))
        shift += shift_of_row (graph, part, (int) l, last->across / last->count - means[l].across / means[l].count);
      shifts[l] = shift;
      last = means[l].count > 0 ? &means[l] : last;
    }
  for (guint i = 0; i < part->n_nodes; i++)
    graph->nodes[part->nodes[i]].key += shifts[graph->nodes[part->nodes[i]].rank];
}
