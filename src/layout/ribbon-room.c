/* ribbon-room.c: how much of their width lines have room for, where they are drawn as wide as what takes them.
 *
 * Lines are led for thin lines: some 11 points apart, and closer where many pass. Ribbons wider than that would lie
 * on one another. All of them are made narrower alike, as their widths are to be compared; how far they are moved
 * aside in a trunk shrinks with them, so what two of them need of the room between them is one factor times a number.
 *
 * Straight pieces and the sides of steps are sorted into rows. Each piece looks about only as far as one no wider
 * than itself could be in its way: of any two the wider finds the other, and thin lines, which are most of a large
 * flow, find nothing.
 */
#include "layout/ribbon-room.h"

#include <math.h>

/* So much ground is left between two ribbons, that of the casing of one; less where lines are close. */
#define GROUND 1.5
#define GROUND_MOST 0.25
/* Nearer than this, two lines are one: no width would tell them apart. */
#define SAME 1.0
/* What runs beside another for less than this has only a corner there. */
#define BESIDE_LEAST 8.0
/* Thinner ones are in nobody's way. */
#define THIN 1.0
/* About what the widest ribbons reach. */
#define ROW 26.0
#define MOST_ROWS 4096.0

typedef enum
{
  LEVEL,
  UPRIGHT,
  N_WAYS,
} Way;

/* A step has room beside it only outside. */
typedef enum
{
  LINE,
  BEGIN_OF_STEP,
  END_OF_STEP,
} What;

/* Where it is across its way, and from where to where along it. */
typedef struct
{
  double at;
  double from;
  double to;
  double low;  /* where the ribbon begins at full width, seen from there: above or left of it, under 0 as a rule … */
  double high; /* … and where it ends */
  guint path;
  What what;
} Piece;

typedef struct
{
  GArray *pieces;
  Piece *sorted; /* by row */
  guint *ends;   /* of each row, in @sorted */
  double origin;
  double height;
  int n;
} Rows;

typedef struct
{
  const TlFlowGeometry *geometry;
  double room;
  double least;
} Search;

static void
rows_clear (Rows *rows)
{
  g_array_unref (rows->pieces);
  g_free (rows->sorted);
  g_free (rows->ends);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

/* What lies outside of all rows counts to the outermost, for pieces and questions alike. */
static int
row_at (const Rows *rows, double at)
{
  return (int) CLAMP ((at - rows->origin) / rows->height, 0, rows->n - 1);
}

static void
add_line (GArray *pieces, Way way, guint path, TlPlace a, TlPlace b, double width, double shift)
{
  double across = way == LEVEL ? b.y - a.y : b.x - a.x;
  double start = way == LEVEL ? a.x : a.y, end = way == LEVEL ? b.x : b.y;
  /* To the left of its direction: upwards where it runs to the right, to the right where it runs down. */
  double aside = (way == LEVEL) == (end > start) ? -shift : shift;
  Piece piece = {
    way == LEVEL ? a.y : a.x, MIN (start, end), MAX (start, end), aside - width / 2, aside + width / 2, path, LINE
  };

  if (fabs (across) < 0.5 && fabs (end - start) >= BESIDE_LEAST)
    g_array_append_val (pieces, piece);
}

static void
add_step (GArray *pieces, Way way, const TlBox *box)
{
  double from = way == LEVEL ? box->x : box->y, to = from + (way == LEVEL ? box->width : box->height);
  double low = way == LEVEL ? box->y : box->x, high = low + (way == LEVEL ? box->height : box->width);
  const Piece sides[] = { { low, from, to, 0, 0, 0, BEGIN_OF_STEP }, { high, from, to, 0, 0, 0, END_OF_STEP } };

  g_array_append_vals (pieces, sides, G_N_ELEMENTS (sides));
}

static void
sort (Rows *rows)
{
  const Piece *pieces = (const Piece *) (gconstpointer) rows->pieces->data;

  rows->sorted = g_new (Piece, rows->pieces->len + 1);
  rows->ends = g_new0 (guint, (gsize) rows->n + 1);
  for (guint i = 0; i < rows->pieces->len; i++)
    rows->ends[row_at (rows, pieces[i].at)]++;
  for (int row = 1; row < rows->n; row++)
    rows->ends[row] += rows->ends[row - 1];
  /* From the last to the first, so that what were ends become beginnings; the next row's is its end. */
  rows->ends[rows->n] = rows->pieces->len;
  for (guint i = rows->pieces->len; i-- > 0;)
    rows->sorted[--rows->ends[row_at (rows, pieces[i].at)]] = pieces[i];
}

static void
rows_init (Rows *rows, const TlFlowGeometry *geometry, Way way, const double *widths, const double *shifts)
{
  double extent = way == LEVEL ? geometry->bounds.height : geometry->bounds.width;

  *rows = (Rows){ g_array_sized_new (FALSE, FALSE, sizeof (Piece), 4 * geometry->paths->len) };
  rows->origin = way == LEVEL ? geometry->bounds.y : geometry->bounds.x;
  rows->height = MAX (ROW, extent / MOST_ROWS);
  rows->n = 1 + (int) (extent / rows->height);
  for (guint i = 0; i < geometry->steps->len; i++)
    add_step (rows->pieces, way, &g_array_index (geometry->steps, TlStepBox, i).box);
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const GArray *points = g_array_index (geometry->paths, TlPath, i).points;

      for (guint p = 0; p + 1 < points->len; p++)
        add_line (rows->pieces, way, i, g_array_index (points, TlPlace, p), g_array_index (points, TlPlace, p + 1),
                  widths[i], shifts[i]);
    }
  sort (rows);
}

static gboolean
is_same (TlPlace a, TlPlace b)
{
  return fabs (a.x - b.x) < SAME && fabs (a.y - b.y) < SAME;
}

/* Lines that begin or end in one point lie beside one another on purpose. */
static gboolean
belong_together (const Search *search, const Piece *piece, const Piece *other)
{
  const GArray *a = g_array_index (search->geometry->paths, TlPath, piece->path).points;
  const GArray *b = g_array_index (search->geometry->paths, TlPath, other->path).points;

  if (piece->what != LINE || other->what != LINE)
    return FALSE;
  return piece->path == other->path || is_same (g_array_index (a, TlPlace, 0), g_array_index (b, TlPlace, 0))
         || is_same (g_array_index (a, TlPlace, a->len - 1), g_array_index (b, TlPlace, b->len - 1));
}

static void
fit (Search *search, const Piece *piece, const Piece *other)
{
  const Piece *first = piece->at < other->at ? piece : other;
  const Piece *second = first == piece ? other : piece;
  double apart = second->at - first->at, needed = first->high - second->low;
  double free = apart - MIN (GROUND, GROUND_MOST * apart);

  if (apart < SAME || free >= search->room * needed || first->what == BEGIN_OF_STEP || second->what == END_OF_STEP
      || MIN (piece->to, other->to) - MAX (piece->from, other->from) < BESIDE_LEAST
      || belong_together (search, piece, other))
    return;
  search->room = MAX (search->least, free / needed);
}

static void
look_about (Search *search, const Rows *rows, const Piece *piece)
{
  double reach = 2 * search->room * MAX (-piece->low, piece->high) + GROUND;
  guint end = rows->ends[row_at (rows, piece->at + reach) + 1];

  for (guint i = rows->ends[row_at (rows, piece->at - reach)]; i < end; i++)
    fit (search, piece, &rows->sorted[i]);
}

/**
 * tl_ribbon_room:
 * @geometry: where the lines of a flow run
 * @widths: (array): how wide each path would be, in the order of the geometry's paths
 * @shifts: (array): how far each would be moved to the left of its direction
 * @least: what is returned at the least, however close lines are
 *
 * Lines that begin or end in one point belong together and are not held apart; what runs through a step, or exactly
 * on another line, is not changed by being narrower.
 *
 * Returns: the largest factor for widths and shifts, 1 at the most, at which what runs side by side does not lie on
 * one another or on a step
 */
double
tl_ribbon_room (const TlFlowGeometry *geometry, const double *widths, const double *shifts, double least)
{
  Search search = { geometry, 1, least };

  for (Way way = LEVEL; way < N_WAYS && search.room > least; way++)
    {
      g_auto (Rows) rows = { NULL };

      rows_init (&rows, geometry, way, widths, shifts);
      for (guint i = 0; i < rows.pieces->len && search.room > least; i++)
        if (MAX (-rows.sorted[i].low, rows.sorted[i].high) > THIN)
          look_about (&search, &rows, &rows.sorted[i]);
    }
  return search.room;
}
