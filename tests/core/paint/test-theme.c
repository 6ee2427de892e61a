/* The theme: every text can be read, every bucket told apart without colour. */
#include "paint/theme.h"

#include <math.h>

/* WCAG 2.1, 1.4.3, 1.4.6 and 1.4.11. */
#define CONTRAST_TEXT 4.5
#define CONTRAST_HIGH 7.0
#define CONTRAST_SHAPE 3.0

static const TlTheme themes[] = {
  { FALSE, FALSE, 1 },
  { TRUE, FALSE, 1 },
  { FALSE, TRUE, 1 },
  { TRUE, TRUE, 1 },
};

static void
assert_contrast (TlColour a, TlColour b, double least)
{
  g_assert_cmpfloat (tl_colour_contrast (&a, &b), >=, least);
}

/* Reference values of the formula: black on white is 21 : 1, a colour on itself 1 : 1. */
static void
test_contrast (void)
{
  TlColour black = { 0, 0, 0, 1 };
  TlColour white = { 1, 1, 1, 1 };
  TlColour grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (&grey, &grey), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_colour_contrast (&grey, &white), 4.54, 0.01);
}

static void
test_inks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const TlTheme *theme = &themes[i];
      double least = theme->high_contrast ? CONTRAST_HIGH : CONTRAST_TEXT;

      for (TlInk on = TL_INK_GROUND; on <= TL_INK_SURFACE; on++)
        {
          assert_contrast (tl_theme_ink (theme, TL_INK_TEXT), tl_theme_ink (theme, on), 7);
          assert_contrast (tl_theme_ink (theme, TL_INK_QUIET), tl_theme_ink (theme, on), least);
          assert_contrast (tl_theme_ink (theme, TL_INK_ACCENT), tl_theme_ink (theme, on), least);
          assert_contrast (tl_theme_ink (theme, TL_INK_LINE), tl_theme_ink (theme, on), CONTRAST_SHAPE);
        }
    }
}

static void
test_bucket_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (TlBucket bucket = 0; bucket < TL_N_BUCKETS; bucket++)
      {
        const TlTheme *theme = &themes[i];
        double least = theme->high_contrast ? CONTRAST_HIGH : CONTRAST_TEXT;
        TlColour colour = tl_theme_bucket (theme, bucket);
        TlColour word = tl_theme_bucket_text (theme, bucket);
        TlColour tint = tl_theme_bucket_tint (theme, bucket);

        assert_contrast (tl_theme_text_on (&colour), colour, CONTRAST_TEXT);
        assert_contrast (word, tl_theme_ink (theme, TL_INK_GROUND), least);
        assert_contrast (word, tint, least);
        assert_contrast (tl_theme_ink (theme, TL_INK_TEXT), tint, CONTRAST_HIGH);
        assert_contrast (tl_theme_ink (theme, TL_INK_QUIET), tint, CONTRAST_TEXT);
      }
}

/* Black or white reads on any ground. */
static void
test_text_on_any_ground (void)
{
  for (int i = 0; i < 9 * 9 * 9; i++)
    {
      TlColour ground = { i % 9 / 8.0, i / 9 % 9 / 8.0, i / 81 / 8.0, 1 };

      assert_contrast (tl_theme_text_on (&ground), ground, CONTRAST_TEXT);
    }
}

static void
test_letters (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (TlBucket bucket = 0; bucket < TL_N_BUCKETS; bucket++)
    g_assert_true (g_hash_table_add (seen, (char *) tl_theme_bucket_letter (bucket)));
}

/* Where the hatch lies, in grey: the area's own colour is taken out. */
static cairo_surface_t *
hatch_of (TlBucket bucket)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 60);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 0, 0, 60, 60);
  tl_theme_fill_bucket (&themes[0], cr, bucket);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row
      = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* Bits of what is lighter than the area's colour: the hatch alone. */
static void
find_hatch (TlBucket bucket, gboolean bits[3600])
{
  cairo_surface_t *surface = hatch_of (bucket);
  guint blue_least = 255;

  for (int i = 0; i < 3600; i++)
    blue_least = MIN (blue_least, pixel (surface, i % 60, i / 60) & 0xff);
  for (int i = 0; i < 3600; i++)
    bits[i] = (pixel (surface, i % 60, i / 60) & 0xff) > blue_least + 20;
  cairo_surface_destroy (surface);
}

static void
test_hatches_differ (void)
{
  static gboolean hatches[TL_N_BUCKETS][3600];

  for (TlBucket a = 0; a < TL_N_BUCKETS; a++)
    {
      guint lines = 0;

      find_hatch (a, hatches[a]);
      for (int i = 0; i < 3600; i++)
        lines += hatches[a][i] ? 1 : 0;
      g_assert_cmpuint (lines, >, 200);
      for (TlBucket b = 0; b < a; b++)
        {
          guint different = 0;

          for (int i = 0; i < 3600; i++)
            different += hatches[a][i] != hatches[b][i];
          g_assert_cmpuint (different, >, 400);
        }
    }
}

static double
mean_grey (TlBucket look)
{
  cairo_surface_t *surface = hatch_of (look);
  double sum = 0;

  for (int i = 0; i < 3600; i++)
    {
      guint colour = pixel (surface, i % 60, i / 60);

      sum += 0.299 * (colour >> 16) + 0.587 * ((colour >> 8) & 0xff) + 0.114 * (colour & 0xff);
    }
  cairo_surface_destroy (surface);
  return sum / 3600;
}

/* "Not sure" is an answer, "not yet judged" is none: both are grey, and nobody takes one for the other. */
static void
test_unjudged (void)
{
  static gboolean unsure[3600], unjudged[3600];
  TlTheme theme = { .scale = 1 };
  TlColour a = tl_theme_bucket (&theme, TL_BUCKET_UNCLASSIFIED), b = tl_theme_bucket (&theme, TL_LOOK_UNJUDGED);
  guint different = 0;

  find_hatch (TL_BUCKET_UNCLASSIFIED, unsure);
  find_hatch (TL_LOOK_UNJUDGED, unjudged);
  for (int i = 0; i < 3600; i++)
    different += unsure[i] != unjudged[i] ? 1 : 0;
  g_assert_cmpuint (different, >, 400);
  g_assert_cmpfloat (fabs (mean_grey (TL_BUCKET_UNCLASSIFIED) - mean_grey (TL_LOOK_UNJUDGED)), >, 20);
  g_assert_cmpfloat (tl_colour_contrast (&a, &b), >, 1.5);
  g_assert_cmpstr (tl_theme_bucket_letter (TL_BUCKET_UNCLASSIFIED), !=, tl_theme_bucket_letter (TL_LOOK_UNJUDGED));
}

/* A huge area, and one of no size, take no time and do no harm. */
static void
test_odd_areas (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  TlTheme tiny = { FALSE, FALSE, 0 };

  cairo_rectangle (cr, -1e6, -1e6, 2e6, 2e6);
  tl_theme_fill_bucket (&themes[0], cr, TL_BUCKET_FAILURE);
  cairo_rectangle (cr, 5, 5, 0, 0);
  tl_theme_fill_bucket (&themes[0], cr, TL_BUCKET_WASTE);
  tl_theme_fill_bucket (&themes[0], cr, TL_BUCKET_WASTE);
  cairo_rectangle (cr, 0, 0, 100, 100);
  tl_theme_fill_bucket (&tiny, cr, TL_BUCKET_VALUE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/theme/contrast", test_contrast);
  g_test_add_func ("/paint/theme/inks", test_inks);
  g_test_add_func ("/paint/theme/bucket-texts", test_bucket_texts);
  g_test_add_func ("/paint/theme/text-on-any-ground", test_text_on_any_ground);
  g_test_add_func ("/paint/theme/letters", test_letters);
  g_test_add_func ("/paint/theme/hatches-differ", test_hatches_differ);
  g_test_add_func ("/paint/theme/unjudged", test_unjudged);
  g_test_add_func ("/paint/theme/odd-areas", test_odd_areas);
  return g_test_run ();
}
