/* Times, shares and numbers, from what people type and back. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "study/number-text.h"
#include "study/quantity.h"
#include "study/typed-number.h"

typedef gboolean (*Parser) (const char *text, double *number, GError **error);

typedef struct
{
  const char *text;
  double number;
} Row;

#define NBSP "\302\240"

/* With the address sanitizer each allocation costs a walk up the stack: less of the same then. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 11
#else
#define STRIDE 1
#endif

/* @within may be 0, unlike with GLib's own. */
static void
assert_near (double number, double expected, double within)
{
  g_assert_cmpfloat (fabs (number - expected), <=, within);
}

static void
check_rows (Parser parse, const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      double number = -1;

      g_test_message ("“%s”", rows[i].text);
      g_assert_true (parse (rows[i].text, &number, &error));
      g_assert_no_error (error);
      if (isnan (rows[i].number))
        g_assert_true (isnan (number));
      else
        assert_near (number, rows[i].number, 1e-12 * rows[i].number);
    }
}

static void
check_refused (Parser parse, const char *const *texts, TlQuantityError code)
{
  for (; *texts; texts++)
    {
      g_autoptr (GError) error = NULL;
      double number = -1;

      g_test_message ("“%s”", *texts);
      g_assert_false (parse (*texts, &number, &error));
      g_assert_error (error, TL_QUANTITY_ERROR, (int) code);
      g_assert_cmpuint (strlen (error->message), >, 10);
      g_assert_cmpfloat (number, ==, -1);
      g_assert_false (parse (*texts, &number, NULL));
    }
}

static void
test_minutes (void)
{
  static const Row rows[] = {
    { "6m", 6 },
    { "2 h", 120 },
    { "3d", 4320 },
    { "1w", 10080 },
    { "90", 90 },
    { "1h 30m", 90 },
    { "1h30", 90 },
    { "1 h 30 min", 90 },
    { "1,5 h", 90 },
    { "1.5h", 90 },
    { "0.25 d", 360 },
    { "30s", 0.5 },
    { "1.000", 1 },
    { "1,000", 1000 },
    { "1,000,000", 1e6 },
    { "12,345,678", 12345678 },
    { "1,000.5", 1000.5 },
    { "1.000,5", 1000.5 },
    { "0,125", 0.125 },
    { "1,0005", 1.0005 },
    { "10 000", 10000 },
    { "10" NBSP "000 m", 10000 },
    { "2" NBSP "h", 120 },
    { ".5h", 30 },
    { "2.h", 120 },
    { "5 min.", 5 },
    { "2 Hours", 120 },
    { "1 WEEK 1 day", 11520 },
    { "  7  ", 7 },
    { "0", 0 },
    { "1w 2d 3h 4m", 10080 + 2880 + 180 + 4 },
    { "1 hr", 60 },
    { "3 days", 4320 },
    { "1e3", 1000 },
    { "2e-1 h", 12 },
    { "", NAN },
    { "   ", NAN },
    { NBSP, NAN },
  };
  static const char *const not_numbers[] = {
    "m",      "h2",      "two",  "6x",    "6 parsecs", "1 30", "1.5 000", "1h 30 5m", "1..5", "1.5.2 h",
    "1,5,2",  "1.5,000", ".",    ",",     "nan",       "inf",  "0x10",    "1h,",      "6m!",  "10 0000",
    "1,00,0", "½",       "\xff", "6\xe9", "+",         "1e",   "1e+",     NULL,
  };
  static const char *const out_of_range[] = { "-5", "-5m", " -1h", NULL };
  g_autofree char *ages = g_strnfill (308, '9');
  const char *const too_long[] = { ages, NULL };
  g_autofree char *weeks = g_strconcat (ages, "w", NULL);

  check_rows (tl_minutes_parse, rows, G_N_ELEMENTS (rows));
  check_refused (tl_minutes_parse, not_numbers, TL_QUANTITY_ERROR_NOT_A_NUMBER);
  check_refused (tl_minutes_parse, out_of_range, TL_QUANTITY_ERROR_OUT_OF_RANGE);
  check_refused (tl_minutes_parse, (const char *[]){ weeks, NULL }, TL_QUANTITY_ERROR_OUT_OF_RANGE);
  check_rows (tl_minutes_parse, (const Row[]){ { too_long[0], 1e308 } }, 1);
}

static void
test_shares (void)
{
  static const Row rows[] = {
    { "40%", 0.4 }, { "40 %", 0.4 }, { "40" NBSP "%", 0.4 }, { "0.4", 0.4 },
    { "2/5", 0.4 }, { "0,4", 0.4 },  { "2 / 5", 0.4 },       { "40", 0.4 },
    { "1", 1 },     { "100", 1 },    { "100%", 1 },          { "0", 0 },
    { "0%", 0 },    { "1%", 0.01 },  { "12,5 %", 0.125 },    { "1/3", 1. / 3 },
    { "5/5", 1 },   { "0/5", 0 },    { "1.5", 0.015 },       { "", NAN },
  };
  static const char *const not_numbers[]
      = { "%", "a", "40%%", "2/0", "2/", "/5", "40 x", "2/5%", "1/2/3", "h", "0.4.1", NULL };
  static const char *const out_of_range[] = { "101", "101%", "-1", "-10%", "6/5", "5/1", "4000", NULL };

  check_rows (tl_share_parse, rows, G_N_ELEMENTS (rows));
  check_refused (tl_share_parse, not_numbers, TL_QUANTITY_ERROR_NOT_A_NUMBER);
  check_refused (tl_share_parse, out_of_range, TL_QUANTITY_ERROR_OUT_OF_RANGE);
}

static void
test_rates (void)
{
  static const Row rows[] = {
    { "35%", 0.35 }, { "0.35", 0.35 }, { "1/3", 1. / 3 }, { "2", 2 }, { "250 %", 2.5 }, { "0", 0 }, { "5/2", 2.5 },
  };
  static const char *const not_numbers[] = { "", "often", "1/0", "9e307/1e-5", NULL };
  static const char *const out_of_range[] = { "-1", NULL };

  check_rows (tl_rate_parse, rows, G_N_ELEMENTS (rows));
  check_refused (tl_rate_parse, not_numbers, TL_QUANTITY_ERROR_NOT_A_NUMBER);
  check_refused (tl_rate_parse, out_of_range, TL_QUANTITY_ERROR_OUT_OF_RANGE);
}

static void
test_amounts (void)
{
  static const Row rows[] = {
    { "12", 12 },      { "0.5", 0.5 },
    { "0,5", 0.5 },    { "1,234,567.5", 1234567.5 },
    { "1 234", 1234 }, { "1.234.567", 1234567 },
    { " 7 ", 7 },      { "", NAN },
    { "1e+06", 1e6 },  { "007", 7 },
  };
  static const char *const not_numbers[] = { "12h", "a", "1 2", "1-2", "1,2,3", "\xc3", NULL };
  static const char *const out_of_range[] = { "-12", "-0.5", NULL };

  check_rows (tl_amount_parse, rows, G_N_ELEMENTS (rows));
  check_refused (tl_amount_parse, not_numbers, TL_QUANTITY_ERROR_NOT_A_NUMBER);
  check_refused (tl_amount_parse, out_of_range, TL_QUANTITY_ERROR_OUT_OF_RANGE);
}

typedef char *(*Formatter) (double number);

static void
check_shown (Formatter format, const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *shown = format (rows[i].number);
      g_assert_cmpstr (shown, ==, rows[i].text);
    }
}

static void
test_format (void)
{
  static const Row minutes[] = {
    { "0" NBSP "min", 0 },
    { "6" NBSP "min", 6 },
    { "1.5" NBSP "min", 1.5 },
    { "30" NBSP "s", 0.5 },
    { "1" NBSP "h", 60 },
    { "1" NBSP "h 30" NBSP "min", 90 },
    { "2" NBSP "h", 119.99999999 },
    { "1" NBSP "h", 59.99999999 },
    { "2" NBSP "w", 20160 },
    { "1" NBSP "w 1" NBSP "d 1" NBSP "h 1" NBSP "min", 10080 + 1440 + 60 + 1 },
    { "1000000" NBSP "w", 10080e6 },
    { "", NAN },
  };
  static const Row brief[] = {
    { "0" NBSP "min", 0 },
    { "45" NBSP "min", 45 },
    { "1.5" NBSP "h", 90 },
    { "30" NBSP "s", 0.5 },
    { "14.4" NBSP "d", 20736 },
    { "14" NBSP "d", 20160 },
    { "5.5" NBSP "w", 55440 },
    { "", NAN },
    { "999" NBSP "w", 999 * 10080.0 },
    { "2" NBSP "×" NBSP "10¹⁵" NBSP "w", 2e15 * 10080 },
  };
  static const Row shares[] = {
    { "40" NBSP "%", 0.4 }, { "12.5" NBSP "%", 0.125 },   { "0" NBSP "%", 0 },
    { "100" NBSP "%", 1 },  { "33.33" NBSP "%", 1. / 3 }, { "", NAN },
  };
  static const Row amounts[] = {
    { "12", 12 },
    { "0.5", 0.5 },
    { "1234567", 1234567 },
    { "0.333333", 1. / 3 },
    { "", NAN },
    { "1000000000000", 1e12 },
    { "9999999999999", 9999999999999 },
    { "1000000", 999999.9 },
    { "1" NBSP "×" NBSP "10¹⁵", 1e15 },
    { "-1.25" NBSP "×" NBSP "10³⁰⁸", -1.25e308 },
    { "0.00005", 5e-5 },
    { "0.000000012", 1.2e-8 },
    { "1" NBSP "×" NBSP "10⁻¹²", 1e-12 },
  };

  check_shown (tl_minutes_format, minutes, G_N_ELEMENTS (minutes));
  check_shown (tl_minutes_format_short, brief, G_N_ELEMENTS (brief));
  check_shown (tl_share_format, shares, G_N_ELEMENTS (shares));
  check_shown (tl_amount_format, amounts, G_N_ELEMENTS (amounts));
}

static void
assert_typed_again (double minutes, double within)
{
  g_autofree char *shown = tl_minutes_format (minutes);
  double back = -1;

  g_assert_true (tl_minutes_parse (shown, &back, NULL));
  assert_near (back, minutes, within);
}

static void
test_format_and_parse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int minutes = 0; minutes <= 50000; minutes += minutes < 1500 ? 1 : STRIDE)
    assert_typed_again (minutes, 0);
  for (int i = 0; i < 5000; i += STRIDE)
    {
      double minutes = exp (g_rand_double_range (rand, -20, 30));

      assert_typed_again (minutes, MAX (1e-4, 1e-9 * minutes));
    }
  assert_typed_again (1e-9, 1e-14);
  assert_typed_again (1e-300, 1e-305);
  assert_typed_again (1e300, 1e295);
}

/* What a decimal comma changes, on machines that have no such locale as well. */
static void
test_decimal_comma (void)
{
  static const struct
  {
    const char *text;
    double with_point;
    double with_comma;
  } rows[] = {
    { "1,5", 1.5, 1.5 },
    { "1.5", 1.5, 1.5 },
    { "1.000", 1, 1000 },
    { "1,000", 1000, 1 },
    { "12.345", 12.345, 12345 },
    { "0.125", 0.125, 0.125 },
    { "1.000,5", 1000.5, 1000.5 },
    { "1,000.5", 1000.5, 1000.5 },
    { "1.0000", 1, 1 },
    { "1.000.000", 1e6, 1e6 },
    { "10 000,5", 10000.5, 10000.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *p = rows[i].text;
      double number;

      g_assert_true (tl_typed_number_read (&p, '.', &number));
      g_assert_cmpfloat (number, ==, rows[i].with_point);
      p = rows[i].text;
      g_assert_true (tl_typed_number_read (&p, ',', &number));
      g_assert_cmpfloat (number, ==, rows[i].with_comma);
      g_assert_cmpstr (p, ==, "");
    }
}

static double
random_double (GRand *rand)
{
  union
  {
    guint64 bits;
    double number;
  } any;

  do
    any.bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  while (!isfinite (any.number));
  return any.number;
}

static void
check_shortest (double number)
{
  char buffer[TL_NUMBER_SIZE];
  char longest[TL_NUMBER_SIZE];

  g_assert_true (tl_number_shortest (number, buffer) == buffer);
  g_snprintf (longest, sizeof longest, "%.17g", number);
  g_assert_cmpfloat (g_ascii_strtod (buffer, NULL), ==, number);
  g_assert_cmpuint (strlen (buffer), <=, strlen (longest));
}

static void
test_shortest (void)
{
  const struct
  {
    double number;
    const char *text;
  } rows[] = { { 0, "0" },
               { 1, "1" },
               { 0.1, "0.1" },
               { 325, "325" },
               { -2.5, "-2.5" },
               { 0.35, "0.35" },
               { 1e22, "1e+22" },
               { 0.1 + 0.2, "0.30000000000000004" },
               { 5e-324, "5e-324" },
               { 20160, "20160" },
               { 1. / 3, "0.3333333333333333" } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  char buffer[TL_NUMBER_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (tl_number_shortest (rows[i].number, buffer), ==, rows[i].text);
  check_shortest (DBL_MAX);
  check_shortest (-DBL_MAX);
  check_shortest (DBL_MIN);
  check_shortest (DBL_EPSILON);
  for (int i = 0; i < 50000; i++)
    check_shortest (random_double (rand));
  for (int i = 0; i < 10000; i++)
    check_shortest (g_rand_double (rand) * DBL_MIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/quantity/minutes", test_minutes);
  g_test_add_func ("/study/quantity/shares", test_shares);
  g_test_add_func ("/study/quantity/rates", test_rates);
  g_test_add_func ("/study/quantity/amounts", test_amounts);
  g_test_add_func ("/study/quantity/format", test_format);
  g_test_add_func ("/study/quantity/format-and-parse", test_format_and_parse);
  g_test_add_func ("/study/quantity/decimal-comma", test_decimal_comma);
  g_test_add_func ("/study/quantity/shortest", test_shortest);
  return g_test_run ();
}
