/* test-point-import.c: tables of values as people have them. */
#include <math.h>
#include <string.h>

#include "storage/point-import.h"

static TlPointBatch *
import (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TlPointBatch *batch = tl_points_import (bytes, TL_DATES_UNKNOWN, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->points->len + batch->problems->len, ==, batch->n_rows);
  return batch;
}

/* "when value note", a line each; problems as "!line". */
static void
assert_read (const char *text, const char *expected)
{
  g_autoptr (TlPointBatch) batch = import (text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < batch->points->len; i++)
    {
      const TlPoint *point = g_ptr_array_index (batch->points, i);

      g_string_append_printf (got, "%s %g%s%s\n", point->when ? point->when : "-", point->value, point->note ? " " : "",
                              point->note ? point->note : "");
    }
  for (guint i = 0; i < batch->problems->len; i++)
    g_string_append_printf (got, "!%d\n", (int) ((TlFileProblem *) batch->problems->pdata[i])->line);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_columns (void)
{
  assert_read ("14\n31\n", "- 14\n- 31\n");
  assert_read ("14,5\n31,25\n", "- 14.5\n- 31.25\n");
  assert_read ("2026-01-05\t14\n2026-01-12\t31\tsnow\n", "2026-01-05 14\n2026-01-12 31 snow\n");
  assert_read ("14;2026-01-05\n31;2026-01-12\n", "2026-01-05 14\n2026-01-12 31\n");
  assert_read ("Datum;Tage;Notiz\r\n05.01.2026;14,5;\r\n12.01.2026;1.031;\"Schnee; viel\"\r\n",
               "2026-01-05 14.5\n2026-01-12 1031 Schnee; viel\n");
  assert_read ("Week,Days to mend\n2026-01-05,14\n2026-01-12,31\n", "2026-01-05 14\n2026-01-12 31\n");
  assert_read ("2026-01-05,\"-3\"\n2026-01-06,24 %\n", "2026-01-05 -3\n2026-01-06 24\n");
  assert_read ("", "");
  assert_read ("\n\n", "");
}

/* As our own export writes it. */
static void
test_own_export (void)
{
  assert_read ("point,when,value,moving range,centre,lower limit,upper limit,range limit,signals,note\r\n"
               "1,2026-01-05,14,,20,0,40,30,,\r\n2,2026-01-12,31,17,20,0,40,30,outside,snow\r\n",
               "2026-01-05 14\n2026-01-12 31 snow\n");
}

/* Missing is not wrong; wrong is told with its line. */
static void
test_gaps_and_problems (void)
{
  assert_read ("when,value\n2026-01-05,14\n2026-01-12,\n2026-01-19,often\nsoon,3\n,\n,5\n",
               "2026-01-05 14\n2026-01-12 nan\n- 5\n!4\n!5\n");
}

static void
test_dates (void)
{
  g_autoptr (TlPointBatch) sure = import ("03/04/2026,1\n25/04/2026,2\n");
  g_autoptr (TlPointBatch) american = import ("03/04/2026,1\n04/25/2026,2\n");
  g_autoptr (TlPointBatch) unsure = import ("03/04/2026,1\n05/04/2026,2\n");

  g_assert_false (sure->unsure_dates);
  g_assert_cmpstr (((TlPoint *) sure->points->pdata[0])->when, ==, "2026-04-03");
  g_assert_false (american->unsure_dates);
  g_assert_cmpstr (((TlPoint *) american->points->pdata[0])->when, ==, "2026-03-04");
  g_assert_true (unsure->unsure_dates);
  g_assert_cmpstr (((TlPoint *) unsure->points->pdata[0])->when, ==, "2026-04-03");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/point-import/columns", test_columns);
  g_test_add_func ("/point-import/own-export", test_own_export);
  g_test_add_func ("/point-import/gaps-and-problems", test_gaps_and_problems);
  g_test_add_func ("/point-import/dates", test_dates);
  return g_test_run ();
}
