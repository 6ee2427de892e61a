/* export.c: "throughline export": a chart of a study as a file. */
#include "paint/export.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/measure-argument.h"
#include "cli/output.h"
#include "cli/study-argument.h"
#include "storage/safe-file.h"

/* What the command line asks for. */
typedef struct
{
  char *file;
  char *view_word;
  char *flow_id;
  char *with_id;
  char *differs_id;
  char *size;
  char *output;
  char *lens_word;
  TlMeasureArgument measure;
  gboolean plain;
  char *by_word;
  TlPeriod by;
  char *demand_id;
  gboolean dark;
  TlView view;
  TlLens lens;
  TlFormat format;
  int width;
  int height;
} Order;

static void
order_clear (Order *order)
{
  g_free (order->file);
  g_free (order->view_word);
  g_free (order->flow_id);
  g_free (order->with_id);
  g_free (order->differs_id);
  g_free (order->size);
  g_free (order->output);
  g_free (order->lens_word);
  tl_measure_argument_clear (&order->measure);
  g_free (order->by_word);
  g_free (order->demand_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static char *
list_views (void)
{
  const char *nicks[TL_N_VIEWS + 1] = { NULL };

  for (guint i = 0; i < TL_N_VIEWS; i++)
    nicks[i] = tl_view_nick (i);
  return g_strjoinv (", ", (char **) nicks);
}

static char *
describe_views (void)
{
  g_autoptr (GString) text = g_string_new (_ ("Views:"));

  for (guint i = 0; i < TL_N_VIEWS; i++)
    g_string_append_printf (text, "\n  %-22s %s", tl_view_nick (i), tl_view_label (i));
  g_string_append_printf (text, "\n\n%s", _ ("Lenses, for --view flow:"));
  for (guint i = 0; i < TL_N_LENSES; i++)
    g_string_append_printf (text, "\n  %-22s %s", tl_lens_nick (i), tl_lens_question (i));
  g_string_append_printf (text, "\n\n%s",
                          _ ("The ending of the output's name says what it is: a picture "
                             "(.png), a drawing\n(.svg, .pdf), or the numbers (.csv)."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "1280x720", both in pixels; × is understood, too. */
static gboolean
parse_size (const char *text, int *width, int *height)
{
  g_auto (GStrv) sides = NULL;
  guint64 numbers[2];

  sides = g_regex_split_simple ("[xX×]", text, 0, 0);
  if (g_strv_length (sides) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (sides[i], 10, TL_EXPORT_LEAST, TL_EXPORT_MOST, &numbers[i], NULL))
      return FALSE;
  *width = (int) numbers[0];
  *height = (int) numbers[1];
  return TRUE;
}

/* Returns: (nullable): what can't be understood, in words */
static char *
read_view (Order *order)
{
  g_autofree char *views = list_views ();

  if (!order->view_word)
    return g_strdup_printf (_ ("Which chart? --view is one of %s"), views);
  if (!tl_view_from_nick (order->view_word, &order->view))
    return g_strdup_printf (_ ("There is no view “%s”; --view is one of %s"), order->view_word, views);
  return NULL;
}

static char *
list_lenses (void)
{
  const char *nicks[TL_N_LENSES + 1] = { NULL };

  for (guint i = 0; i < TL_N_LENSES; i++)
    nicks[i] = tl_lens_nick (i);
  return g_strjoinv (", ", (char **) nicks);
}

static char *
read_lens (Order *order)
{
  g_autofree char *lenses = list_lenses ();

  if (!order->lens_word)
    return NULL;
  if (!tl_lens_from_nick (order->lens_word, &order->lens))
    return g_strdup_printf (_ ("There is no lens “%s”; --lens is one of %s"), order->lens_word, lenses);
  if (order->view != TL_VIEW_FLOW)
    return g_strdup (_ ("--lens is for --view flow: no other view has lenses"));
  return NULL;
}

static char *
read_measure (Order *order)
{
  const TlMeasureArgument *measure = &order->measure;

  if (order->view != TL_VIEW_CAPABILITY
      && (measure->id || measure->rules || measure->mean || measure->median || order->plain))
    return g_strdup (_ ("--measure, --rules, --mean, --median and --no-histogram are for --view capability"));
  return tl_measure_argument_wrong (measure);
}

static char *
read_with (Order *order)
{
  if (order->with_id && order->view != TL_VIEW_COMPARE)
    return g_strdup (_ ("--with is for --view compare: no other view shows two flows"));
  if (order->differs_id && order->view != TL_VIEW_FLOW)
    return g_strdup (_ ("--differs-from is for --view flow: it marks what is another there"));
  return NULL;
}

static char *
read_by (Order *order)
{
  const TlChoice *by = order->by_word ? tl_choice_by_nick (tl_period_choices (), order->by_word) : NULL;

  if (!order->by_word)
    return NULL;
  if (order->view != TL_VIEW_DEMAND_OVER_TIME)
    return g_strdup (_ ("--by is for --view demand-over-time: no other view has spells"));
  if (!by || by->value == TL_PERIOD_YEAR)
    return g_strdup_printf (_ ("“%s” is no spell; --by is one of day, week, month"), order->by_word);
  order->by = (TlPeriod) by->value;
  return NULL;
}

static char *
read_demand (Order *order)
{
  if (order->demand_id && order->view != TL_VIEW_TRACE)
    return g_strdup (_ ("--demand is for --view trace: no other view begins at a demand"));
  return NULL;
}

static char *
read_output (Order *order)
{
  g_autoptr (GError) error = NULL;

  if (!order->output)
    return g_strdup (_ ("Where to? Name the file to write with -o"));
  if (!tl_format_from_name (order->output, &order->format, &error))
    return g_strdup (error->message);
  return NULL;
}

static char *
read_size (Order *order)
{
  order->width = TL_EXPORT_WIDTH;
  order->height = TL_EXPORT_HEIGHT;
  if (!order->size || parse_size (order->size, &order->width, &order->height))
    return NULL;
  return g_strdup_printf (_ ("“%s” is no size; give width and height in pixels, from %d to %d each, as 1920x1080"),
                          order->size, TL_EXPORT_LEAST, TL_EXPORT_MOST);
}

static gboolean
order_read (Order *order, char **words, TlExit *exit)
{
  static char *(*const readers[]) (Order *)
      = { read_view, read_lens, read_measure, read_with, read_by, read_demand, read_output, read_size };
  g_autofree char *details = describe_views ();
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &order->view_word, N_ ("Which chart"), N_ ("VIEW") },
    { "flow", 0, 0, G_OPTION_ARG_STRING, &order->flow_id, N_ ("Of which flow; the first, where it is not said"),
      N_ ("ID") },
    { "with", 0, 0, G_OPTION_ARG_STRING, &order->with_id,
      N_ ("For --view compare: with which flow; its first redesign, where it is not said"), N_ ("ID") },
    { "differs-from", 0, 0, G_OPTION_ARG_STRING, &order->differs_id,
      N_ ("For --view flow: mark what is another than in that flow"), N_ ("ID") },
    { "lens", 0, 0, G_OPTION_ARG_STRING, &order->lens_word, N_ ("What the flow shows by colour and width (class)"),
      N_ ("LENS") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &order->measure.id,
      N_ ("Of which measure; the first, where it is not said"), N_ ("ID") },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &order->measure.rules,
      N_ ("Signals by the rules of wheeler, nhs, western-electric or nelson; else as the measure says"), N_ ("RULES") },
    { "mean", 0, 0, G_OPTION_ARG_NONE, &order->measure.mean,
      N_ ("Centre and limits from means; else as the measure says"), NULL },
    { "median", 0, 0, G_OPTION_ARG_NONE, &order->measure.median,
      N_ ("Centre and limits from medians, which a few wild values can't move"), NULL },
    { "no-histogram", 0, 0, G_OPTION_ARG_NONE, &order->plain,
      N_ ("For capability: without how often which values came beside the chart"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &order->by_word, N_ ("For demand over time: by day, week or month (week)"),
      N_ ("SPELL") },
    { "demand", 0, 0, G_OPTION_ARG_STRING, &order->demand_id,
      N_ ("Where the trace begins; at all failure demand, where it is not said"), N_ ("ID") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &order->size, N_ ("How large, in pixels (1280x720)"), N_ ("WxH") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &order->dark, N_ ("Light on dark, for a projector in a dark room"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order->output, N_ ("The file to write"), N_ ("OUT") },
    { NULL },
  };

  if (!tl_command_parse (&tl_export_command, entries, details, words, &order->file, exit))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *wrong = readers[i](order);

      if (wrong)
        {
          *exit = tl_command_misused (&tl_export_command, wrong);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_chart (const Order *order, const TlSubject *subject, GError **error)
{
  const TlTheme theme = { .dark = order->dark, .scale = 1 };
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (order->output);
  g_autoptr (GBytes) bytes
      = tl_export_bytes (order->view, subject, &theme, order->width, order->height, order->format, error);

  return bytes && tl_safe_file_replace (output, bytes, NULL, NULL, error);
}

/* Returns: whether @demand is what the order asks for; else it has been said that there is none */
static gboolean
find_demand (const Order *order, const TlStudy *study, TlDemand **demand)
{
  TlItem *item = order->demand_id ? tl_study_find (study, order->demand_id) : NULL;
  g_autofree char *message = NULL;

  *demand = item && item->kind == TL_ITEM_DEMAND ? (TlDemand *) item : NULL;
  if (!order->demand_id || *demand)
    return TRUE;
  message = g_strdup_printf (_ ("There is no demand “%s”"), order->demand_id);
  tl_output_error (order->file, 0, message);
  return FALSE;
}

/* A flow can be drawn where its numbers can't be computed, and demand stands in the log as well; every other
 * view is numbers of the flow. */
static TlExit
export_flow (const Order *order, TlStudy *study, TlFlow *flow, TlDemand *demand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (study, flow, &error);
  g_autoptr (TlLeverage) leverage = NULL;
  g_autoptr (GError) failed = NULL;
  TlExit exit = capacity ? tl_study_argument_complain (order->file, capacity->problems) : TL_EXIT_PROBLEMS;

  TlFlow *differs_from = NULL;

  if (order->differs_id && !tl_study_argument_flow (study, order->file, order->differs_id, &differs_from))
    return TL_EXIT_PROBLEMS;
  if (!capacity)
    tl_output_error (order->file, 0, error->message);
  if (!capacity && tl_view_needs_hours (order->view))
    return exit;
  if (capacity && tl_view_needs_leverage (order->view))
    leverage = tl_leverage_compute (study, flow, NULL, NULL);

  const TlSubject subject = {
    .study = study,
    .flow = flow,
    .capacity = capacity,
    .leverage = leverage,
    .differs_from = differs_from,
    .message = error ? error->message : NULL,
    .date = tl_export_today (),
    .lens = order->lens,
    .by = order->by,
    .demand = demand,
  };
  if (write_chart (order, &subject, &failed))
    return exit;
  tl_output_error (order->output, 0, failed->message);
  return TL_EXIT_PROBLEMS;
}

static TlExit
export_measure (const Order *order, TlStudy *study)
{
  const TlMeasure *measure = tl_measure_argument_find (&order->measure, study, order->file);
  g_autoptr (TlXmr) xmr = measure ? tl_measure_argument_compute (&order->measure, measure) : NULL;
  g_autoptr (GError) failed = NULL;
  const TlSubject subject = {
    .study = study,
    .measure = measure,
    .xmr = xmr,
    .histogram = !order->plain,
    .date = tl_export_today (),
  };

  if (!measure)
    return TL_EXIT_PROBLEMS;
  if (write_chart (order, &subject, &failed))
    return TL_EXIT_DONE;
  tl_output_error (order->output, 0, failed->message);
  return TL_EXIT_PROBLEMS;
}

static TlExit
export_comparison (const Order *order, TlStudy *study)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlComparison) comparison = NULL;
  TlFlow *before, *after;
  TlExit first, second;

  if (!tl_study_argument_pair (study, order->file, order->flow_id, order->with_id, &before, &after))
    return TL_EXIT_PROBLEMS;
  comparison = tl_comparison_new (study, before, after, &error);
  if (!comparison)
    {
      tl_output_error (order->file, 0, error->message);
      return TL_EXIT_PROBLEMS;
    }
  first = tl_study_argument_complain (order->file, comparison->before->problems);
  second = tl_study_argument_complain (order->file, comparison->after->problems);

  const TlSubject subject = {
    .study = study,
    .flow = after,
    .capacity = comparison->after,
    .comparison = comparison,
    .date = tl_export_today (),
  };
  if (write_chart (order, &subject, &error))
    return MAX (first, second);
  tl_output_error (order->output, 0, error->message);
  return TL_EXIT_PROBLEMS;
}

static TlExit
run (char **words)
{
  g_auto (Order) order = { 0 };
  g_autoptr (TlOpened) opened = NULL;
  TlFlow *flow = NULL;
  TlDemand *demand;
  TlExit exit;
  TlExit exported;

  if (!order_read (&order, words, &exit))
    return exit;
  opened = tl_study_argument_open (order.file, &exit);
  if (!opened)
    return TL_EXIT_PROBLEMS;
  if (order.view == TL_VIEW_CAPABILITY)
    exported = export_measure (&order, opened->study);
  else if (order.view == TL_VIEW_COMPARE)
    exported = export_comparison (&order, opened->study);
  else if (tl_study_argument_flow (opened->study, order.file, order.flow_id, &flow)
           && find_demand (&order, opened->study, &demand))
    exported = export_flow (&order, opened->study, flow, demand);
  else
    exported = TL_EXIT_PROBLEMS;
  return MAX (exit, exported);
}

const TlCommand tl_export_command = {
  .name = "export",
  .operands = N_ ("FILE --view VIEW -o OUT.(png|svg|pdf|csv)"),
  .summary = N_ ("Write a chart of a study into a file"),
  .run = run,
};
