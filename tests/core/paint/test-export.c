/* test-export.c: files of charts: right in kind, the same each time, with the numbers they show. */
#include "subjects.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

#include "paint/csv-table.h"
#include "paint/export.h"
#include "study/item-build.h"

static const TlTheme light = { .scale = 1 };

static GBytes *
make (TlView view, const TlSubject *subject, int width, int height, TlFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_export_bytes (view, subject, &light, width, height, format, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
assert_begins (GBytes *bytes, const char *beginning)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, strlen (beginning));
  g_assert_cmpmem (data, strlen (beginning), beginning, strlen (beginning));
}

/* What a file begins with does not hang on the view: each view in one format, each format twice. */
static void
test_kinds (void)
{
  static const char *const beginnings[]
      = { [TL_FORMAT_PNG] = "\211PNG\r\n\032\n", [TL_FORMAT_SVG] = "<?xml", [TL_FORMAT_PDF] = "%PDF-" };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);

  for (guint view = 0; view < TL_N_VIEWS; view++)
    {
      TlFormat format = view % G_N_ELEMENTS (beginnings);
      g_autoptr (GBytes) bytes = make (view, &test->subject, 640, 360, format);

      assert_begins (bytes, beginnings[format]);
    }
}

/* The same input gives the same bytes, whatever was drawn before. */
static void
test_same_bytes (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_PROVISIONAL);

  for (int view = 0; view < TL_N_VIEWS; view++)
    {
      GBytes *first[TL_N_FORMATS];
      g_autoptr (GBytes) other = NULL;

      for (int format = 0; format < TL_N_FORMATS; format++)
        first[format] = make (view, &test->subject, 640, 360, format);
      other = make (view, &test->subject, 800, 600, TL_FORMAT_SVG);
      for (int format = 0; format < TL_N_FORMATS; format++)
        {
          g_autoptr (GBytes) again = make (view, &test->subject, 640, 360, format);

          if (!g_bytes_equal (first[format], again))
            g_error ("%s as %s differs from itself", tl_view_nick (view), tl_format_suffix (format));
          g_bytes_unref (first[format]);
        }
    }
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  GByteArray *rest = closure;

  if (rest->len < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, rest->data, length);
  g_byte_array_remove_range (rest, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  g_autoptr (GByteArray) rest = g_bytes_unref_to_array (g_bytes_ref (bytes));
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, rest);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static void
assert_same_pixels (cairo_surface_t *one, cairo_surface_t *two)
{
  int height = cairo_image_surface_get_height (one);
  int width = cairo_image_surface_get_width (one);

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (two));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (two));
  for (int y = 0; y < height; y++)
    {
      const guint32 *a = (const guint32 *) (gpointer) (cairo_image_surface_get_data (one)
                                                       + y * cairo_image_surface_get_stride (one));
      const guint32 *b = (const guint32 *) (gpointer) (cairo_image_surface_get_data (two)
                                                       + y * cairo_image_surface_get_stride (two));

      for (int x = 0; x < width; x++)
        g_assert_cmphex (a[x] & 0xffffff, ==, b[x] & 0xffffff);
    }
}

/* One painter: the file shows what the screen shows, and what the clipboard gets. */
static void
test_png_is_what_is_painted (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);

  for (int view = 0; view < TL_N_VIEWS; view++)
    {
      g_autoptr (GBytes) bytes = make (view, &test->subject, 800, 450, TL_FORMAT_PNG);
      g_autoptr (TlChart) chart = tl_chart_new (view, &test->subject, &light, 800, 450);
      cairo_surface_t *file = read_png (bytes);
      cairo_surface_t *copy = tl_export_image (view, &test->subject, &light, 800, 450);
      cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 450);
      cairo_t *cr = cairo_create (screen);

      tl_chart_paint (chart, cr);
      cairo_surface_flush (screen);
      assert_same_pixels (file, screen);
      assert_same_pixels (file, copy);
      cairo_destroy (cr);
      cairo_surface_destroy (screen);
      cairo_surface_destroy (copy);
      cairo_surface_destroy (file);
    }
}

static double
distance (guint32 pixel, const TlColour *colour)
{
  double red = (pixel >> 16 & 0xff) / 255.0 - colour->red;
  double green = (pixel >> 8 & 0xff) / 255.0 - colour->green;
  double blue = (pixel & 0xff) / 255.0 - colour->blue;

  return sqrt (red * red + green * green + blue * blue);
}

/* What most pixels of a column of the bar show: a bucket, or TL_N_BUCKETS for something else. */
static int
column_bucket (cairo_surface_t *image, int x, int top, int bottom)
{
  int votes[TL_N_BUCKETS + 1] = { 0 };
  int best = TL_N_BUCKETS;

  for (int y = top; y < bottom; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (image)
                                                         + y * cairo_image_surface_get_stride (image));

      for (int b = 0; b < TL_N_BUCKETS; b++)
        {
          TlColour colour = tl_theme_bucket (&light, b);

          if (distance (row[x], &colour) < 0.03)
            votes[b]++;
        }
    }
  for (int b = 0; b < TL_N_BUCKETS; b++)
    if (votes[b] > votes[best] && votes[b] > (bottom - top) / 4)
      best = b;
  return best;
}

/* Counted in the picture itself: each bucket is as long as it has hours. */
static void
test_bar_is_in_proportion (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  cairo_surface_t *image = tl_export_image (TL_VIEW_CAPACITY, &test->subject, &light, 1280, 720);
  int columns[TL_N_BUCKETS + 1] = { 0 };
  double all = 0;

  for (int x = 0; x < 1280; x++)
    columns[column_bucket (image, x, 100, 130)]++;
  for (int b = 0; b < TL_N_BUCKETS; b++)
    all += columns[b];
  g_assert_cmpfloat (all, >, 900);
  for (int b = 0; b < TL_N_BUCKETS; b++)
    g_assert_cmpfloat_with_epsilon (columns[b] / all, tl_capacity_share (test->capacity, b), 0.006);
  cairo_surface_destroy (image);
}

static void
test_no_failure_no_red (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_NO_FAILURE);
  cairo_surface_t *image = tl_export_image (TL_VIEW_CAPACITY, &test->subject, &light, 1280, 720);

  for (int x = 0; x < 1280; x++)
    g_assert_cmpint (column_bucket (image, x, 100, 130), !=, TL_BUCKET_FAILURE);
  cairo_surface_destroy (image);
}

static xmlDoc *
parse_svg (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *doc
      = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  g_assert_nonnull (doc);
  return doc;
}

/* All titles and descriptions of the picture, as who reads XML gets them. */
static char *
svg_words (xmlDoc *doc)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *found;
  GString *words = g_string_new (NULL);

  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  found = xmlXPathEvalExpression (BAD_CAST "//s:title | //s:desc", context);
  for (int i = 0; i < found->nodesetval->nodeNr; i++)
    {
      xmlChar *content = xmlNodeGetContent (found->nodesetval->nodeTab[i]);

      g_string_append_printf (words, "%s\n", (const char *) content);
      xmlFree (content);
    }
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return g_string_free (words, FALSE);
}

/* Names that are shortened in the drawing stand whole in the file, and break nothing in it. */
static void
test_svg_holds_whole_names (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_MANY);

  for (int view = 0; view < TL_N_VIEWS; view++)
    {
      g_autoptr (GBytes) bytes = make (view, &test->subject, 640, 360, TL_FORMAT_SVG);
      g_autoptr (TlChart) chart = tl_chart_new (view, &test->subject, &light, 640, 360);
      xmlDoc *doc = parse_svg (bytes);
      g_autofree char *words = svg_words (doc);
      const GPtrArray *texts = tl_chart_texts (chart);

      g_assert_cmpstr ((const char *) xmlDocGetRootElement (doc)->name, ==, "svg");
      g_assert_true (g_str_has_prefix (words, tl_chart_title (chart)));
      for (guint i = 0; i < texts->len; i++)
        {
          const TlTextBox *box = g_ptr_array_index (texts, i);

          g_assert_nonnull (strstr (words, box->whole ? box->whole : box->text));
        }
      xmlFreeDoc (doc);
    }
}

static void
test_svg_shortened_names (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_MANY);
  g_autoptr (GBytes) bytes = make (TL_VIEW_CAPACITY_BY_ROLE, &test->subject, 640, 360, TL_FORMAT_SVG);
  xmlDoc *doc = parse_svg (bytes);
  g_autofree char *words = svg_words (doc);

  g_assert_nonnull (strstr (words, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzes"
                                   "prüfungsvorbereitung"));
  g_assert_nonnull (strstr (words, "Say \"yes\" & <mean> it"));
  g_assert_nonnull (strstr (words, "التحقق من سياسة الإصلاح قبل إرسال الفني إلى المنزل لإصلاح العطل"));
  xmlFreeDoc (doc);
}

static void
test_pdf_is_dated_and_named (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (GBytes) bytes = make (TL_VIEW_CAPACITY, &test->subject, 1280, 720, TL_FORMAT_PDF);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_nonnull (memmem (data, length, "20260101000000", 14));
  g_assert_nonnull (memmem (data, length, "/Title", 6));
  g_assert_nonnull (memmem (data, length, "/MediaBox [ 0 0 960 540 ]", 25));
}

/* Rows of cells; quotes as RFC 4180 has them. */
static GPtrArray *
parse_csv (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = data; p < data + length; p++)
    if (quoted && *p == '"' && p[1] == '"')
      g_string_append_c (cell, *p++);
    else if (*p == '"')
      quoted = !quoted;
    else if (quoted || (*p != ',' && *p != '\r' && *p != '\n'))
      g_string_append_c (cell, *p);
    else if (*p != '\n')
      {
        g_ptr_array_add (row, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      {
        g_assert_cmpint (p[-1], ==, '\r');
        g_ptr_array_add (rows, row);
        row = g_ptr_array_new_with_free_func (g_free);
      }
  g_assert_cmpuint (row->len, ==, 0);
  g_ptr_array_unref (row);
  g_string_free (cell, TRUE);
  return rows;
}

static const char *
cell_at (const GPtrArray *rows, guint row, guint column)
{
  const GPtrArray *cells = g_ptr_array_index (rows, row);

  return g_ptr_array_index (cells, column);
}

static void
test_csv_capacity (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (GBytes) bytes = make (TL_VIEW_CAPACITY, &test->subject, 0, 0, TL_FORMAT_CSV);
  g_autoptr (GPtrArray) rows = parse_csv (bytes);

  g_assert_cmpuint (rows->len, ==, 9);
  g_assert_cmpstr (cell_at (rows, 0, 1), ==, "hours per week");
  for (int b = 0; b < TL_N_BUCKETS; b++)
    {
      g_assert_cmpstr (cell_at (rows, b + 1, 0), ==, tl_bucket_nick (b));
      g_assert_cmpfloat (g_ascii_strtod (cell_at (rows, b + 1, 1), NULL), ==, test->capacity->hours.hours[b]);
      g_assert_cmpfloat (g_ascii_strtod (cell_at (rows, b + 1, 2), NULL), ==, tl_capacity_share (test->capacity, b));
    }
  g_assert_cmpfloat (g_ascii_strtod (cell_at (rows, 4, 3), NULL), ==, test->capacity->failure_contacts);
  g_assert_cmpfloat (g_ascii_strtod (cell_at (rows, 6, 1), NULL), ==, test->capacity->used);
  g_assert_cmpfloat (g_ascii_strtod (cell_at (rows, 7, 1), NULL), ==, test->capacity->available);
  g_assert_cmpfloat (g_ascii_strtod (cell_at (rows, 8, 1), NULL), ==, test->capacity->spare);
}

/* Names with quotes, commas and breaks come back whole. */
static void
test_csv_names (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_MANY);

  for (int view = 0; view < TL_N_VIEWS; view++)
    {
      g_autoptr (GBytes) bytes = make (view, &test->subject, 0, 0, TL_FORMAT_CSV);
      g_autoptr (GPtrArray) rows = parse_csv (bytes);
      const GPtrArray *head = g_ptr_array_index (rows, 0);

      for (guint i = 1; i < rows->len; i++)
        g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, i))->len, ==, head->len);
      if (view != TL_VIEW_CAPACITY_BY_STEP && view != TL_VIEW_CLOCK && view != TL_VIEW_FLOW)
        continue;
      g_assert_cmpuint (rows->len, ==, test->subject.flow->steps->len + 1);
      for (guint i = 0; i < test->subject.flow->steps->len; i++)
        {
          const TlStep *step = g_ptr_array_index (test->subject.flow->steps, i);

          g_assert_cmpstr (cell_at (rows, i + 1, 0), ==, step->item.id);
          g_assert_cmpstr (cell_at (rows, i + 1, 1), ==, step->name ? step->name : "");
        }
    }
}

/* A name must not run as a formula when a spreadsheet opens the table; numbers stay numbers. */
static void
test_csv_formulas (void)
{
  g_autoptr (TlCsv) csv = tl_csv_new ();
  g_autoptr (GBytes) bytes = NULL;
  const char *expected = "'=1+1,'+x,'-x,'@x,'\tx,\"'\rx\",a=b,,-2.5\r\n";

  tl_csv_add_text (csv, "=1+1");
  tl_csv_add_text (csv, "+x");
  tl_csv_add_text (csv, "-x");
  tl_csv_add_text (csv, "@x");
  tl_csv_add_text (csv, "\tx");
  tl_csv_add_text (csv, "\rx");
  tl_csv_add_text (csv, "a=b");
  tl_csv_add_text (csv, NULL);
  tl_csv_add_number (csv, -2.5);
  tl_csv_end_row (csv);
  bytes = tl_csv_to_bytes (csv);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_csv_adds_up (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (GBytes) steps = make (TL_VIEW_CAPACITY_BY_STEP, &test->subject, 0, 0, TL_FORMAT_CSV);
  g_autoptr (GBytes) roles = make (TL_VIEW_CAPACITY_BY_ROLE, &test->subject, 0, 0, TL_FORMAT_CSV);
  g_autoptr (GPtrArray) step_rows = parse_csv (steps);
  g_autoptr (GPtrArray) role_rows = parse_csv (roles);
  double by_step = 0;
  double by_role = 0;

  g_assert_cmpstr (cell_at (step_rows, 0, 8), ==, "hours per week");
  g_assert_cmpstr (cell_at (role_rows, 0, 7), ==, "hours per week");
  for (guint i = 1; i < step_rows->len; i++)
    by_step += g_ascii_strtod (cell_at (step_rows, i, 8), NULL);
  for (guint i = 1; i < role_rows->len; i++)
    by_role += g_ascii_strtod (cell_at (role_rows, i, 7), NULL);
  g_assert_cmpfloat_with_epsilon (by_step, test->capacity->used, 1e-9 * by_step);
  g_assert_cmpfloat_with_epsilon (by_role, test->capacity->used, 1e-9 * by_role);
}

static void
test_csv_without_numbers (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_ERROR);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_export_bytes (TL_VIEW_CAPACITY, &test->subject, &light, 0, 0, TL_FORMAT_CSV, &error);

  g_assert_null (bytes);
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FAILED);
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, "tl-export-error-quark");
  g_assert_nonnull (strstr (error->message, test->subject.message));
}

static void
test_names_of_files (void)
{
  static const struct
  {
    const char *name;
    int format;
  } names[] = { { "a.png", TL_FORMAT_PNG },
                { "A.PNG", TL_FORMAT_PNG },
                { "/x.y/b.Svg", TL_FORMAT_SVG },
                { "c.tar.pdf", TL_FORMAT_PDF },
                { "d.csv", TL_FORMAT_CSV },
                { "e.jpeg", -1 },
                { "png", -1 },
                { "", -1 },
                { "f.png.gz", -1 },
                { "g.", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      TlFormat format;

      if (tl_format_from_name (names[i].name, &format, &error))
        {
          g_assert_no_error (error);
          g_assert_cmpint (format, ==, names[i].format);
          continue;
        }
      g_assert_cmpint (names[i].format, ==, -1);
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT);
    }
}

static void
test_bad_sizes (void)
{
  static const int sizes[][2]
      = { { 0, 720 }, { 1280, 0 }, { -5, 720 }, { 63, 720 }, { 16385, 720 }, { 1280, G_MAXINT } };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int format = 0; format < TL_FORMAT_CSV; format++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes
            = tl_export_bytes (TL_VIEW_CAPACITY, &test->subject, &light, sizes[i][0], sizes[i][1], format, &error);

        g_assert_null (bytes);
        g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
        g_assert_null (tl_export_image (TL_VIEW_CAPACITY, &test->subject, &light, sizes[i][0], sizes[i][1]));
      }
}

static void
test_edges_of_sizes (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_MANY);
  g_autoptr (GBytes) least = make (TL_VIEW_CAPACITY, &test->subject, TL_EXPORT_LEAST, TL_EXPORT_LEAST, TL_FORMAT_PNG);
  g_autoptr (GBytes) most = make (TL_VIEW_CAPACITY, &test->subject, TL_EXPORT_MOST, TL_EXPORT_LEAST, TL_FORMAT_PNG);
  cairo_surface_t *image = read_png (most);

  g_assert_nonnull (least);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, TL_EXPORT_MOST);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, TL_EXPORT_LEAST);
  cairo_surface_destroy (image);
}

static void
test_today (void)
{
  GDate date;

  g_setenv ("SOURCE_DATE_EPOCH", "1767225599", TRUE);
  date = tl_export_today ();
  g_assert_cmpint (g_date_get_year (&date), ==, 2025);
  g_assert_cmpint (g_date_get_month (&date), ==, 12);
  g_assert_cmpint (g_date_get_day (&date), ==, 31);
  g_setenv ("SOURCE_DATE_EPOCH", "not a number", TRUE);
  date = tl_export_today ();
  g_assert_true (g_date_valid (&date));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/kinds", test_kinds);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/png-is-what-is-painted", test_png_is_what_is_painted);
  g_test_add_func ("/export/bar-is-in-proportion", test_bar_is_in_proportion);
  g_test_add_func ("/export/no-failure-no-red", test_no_failure_no_red);
  g_test_add_func ("/export/svg-holds-all-words", test_svg_holds_whole_names);
  g_test_add_func ("/export/svg-shortened-names", test_svg_shortened_names);
  g_test_add_func ("/export/pdf-is-dated-and-named", test_pdf_is_dated_and_named);
  g_test_add_func ("/export/csv-capacity", test_csv_capacity);
  g_test_add_func ("/export/csv-names", test_csv_names);
  g_test_add_func ("/export/csv-formulas", test_csv_formulas);
  g_test_add_func ("/export/csv-adds-up", test_csv_adds_up);
  g_test_add_func ("/export/csv-without-numbers", test_csv_without_numbers);
  g_test_add_func ("/export/names-of-files", test_names_of_files);
  g_test_add_func ("/export/bad-sizes", test_bad_sizes);
  g_test_add_func ("/export/edges-of-sizes", test_edges_of_sizes);
  g_test_add_func ("/export/today", test_today);
  return g_test_run ();
}
