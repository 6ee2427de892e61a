#include "app/capability-page.h"

#include <adwaita.h>

#include "app/chart-card.h"
#include "app/measure-chart.h"
#include "app/measure-from-log.h"
#include "app/measure-options.h"
#include "app/measure-panel.h"
#include "app/point-table.h"
#include "app/prompt.h"
#include "storage/date-reader.h"
#include "study/flow-edits.h"
#include "study/measure-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlCapabilityPage
{
  GtkWidget parent_instance;
  GtkStack *states;
  GtkWidget *first_button;
  AdwFlap *flap;
  GtkStack *parts;
  GtkListBox *list;
  AdwBin *panel_place;
  TlPointTable *table;
  TlMeasureOptions *options;
  GtkWidget *change_button;
  GtkMenuButton *menu_button;
  TlMeasureChart *chart;
  GtkLabel *point_words;
  GtkEditable *note;
  TlPrompt *prompt;
  TlDocument *document;
  TlPanel *panel;         /* in @panel_place; NULL where none is */
  GPtrArray *panel_items; /* the measure and the changes that it was built for */
  GPtrArray *listed;      /* measures with a row */
  gboolean following;     /* widgets change because the study has */
};

G_DEFINE_FINAL_TYPE (TlCapabilityPage, tl_capability_page, GTK_TYPE_WIDGET)

static TlMeasure *
measure_of (TlCapabilityPage *self)
{
  return self->document ? tl_document_measure (self->document) : NULL;
}

/* ---- the list ---- */

static gboolean
same_items (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func (tl_item_unref);
}

static void
show_row (GtkListBoxRow *row, const TlMeasure *measure)
{
  const char *name = tl_item_name (measure);
  g_autofree char *title = g_markup_escape_text (*name ? name : _ ("without a name"), -1);
  g_autofree char *subtitle
      = g_strdup_printf (ngettext ("%u value", "%u values", measure->points->len), measure->points->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
build_rows (TlCapabilityPage *self, GPtrArray *measures)
{
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < measures->len; i++)
    {
      gtk_list_box_append (self->list, adw_action_row_new ());
      g_ptr_array_add (self->listed, tl_item_ref (g_ptr_array_index (measures, i)));
    }
}

static void
show_list (TlCapabilityPage *self)
{
  GPtrArray *measures = tl_document_study (self->document)->measures;
  TlMeasure *measure = measure_of (self);

  if (!same_items (measures, self->listed))
    build_rows (self, measures);
  for (guint i = 0; i < measures->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      show_row (row, g_ptr_array_index (measures, i));
      if (g_ptr_array_index (measures, i) == measure)
        gtk_list_box_select_row (self->list, row);
    }
}

static void
on_row (TlCapabilityPage *self, GtkListBoxRow *row)
{
  if (row && !self->following && self->document)
    tl_document_set_measure (self->document, g_ptr_array_index (self->listed, gtk_list_box_row_get_index (row)));
}

/* ---- what the measure is ---- */

static void
show_panel (TlCapabilityPage *self)
{
  TlMeasure *measure = measure_of (self);
  g_autoptr (GPtrArray) items = new_items ();

  if (measure)
    {
      g_ptr_array_add (items, tl_item_ref (measure));
      for (guint i = 0; i < measure->changes->len; i++)
        g_ptr_array_add (items, tl_item_ref (g_ptr_array_index (measure->changes, i)));
    }
  if (self->panel && same_items (items, self->panel_items))
    {
      tl_panel_refresh (self->panel);
      return;
    }
  g_ptr_array_unref (self->panel_items);
  self->panel_items = g_steal_pointer (&items);
  self->panel = measure ? tl_measure_panel_new (self->document, measure) : NULL;
  adw_bin_set_child (self->panel_place, self->panel ? GTK_WIDGET (self->panel) : NULL);
}

/* ---- the chosen point ---- */

/* The last phase has been on one side for so long that something may have changed. */
static gboolean
has_run (const TlXmr *xmr)
{
  const TlXmrPhase *phase;

  if (xmr->phases->len == 0)
    return FALSE;
  phase = &g_array_index (xmr->phases, TlXmrPhase, xmr->phases->len - 1);
  for (guint i = phase->first; i < phase->first + phase->n_points; i++)
    if (xmr->fires[i] & 1u << TL_XMR_RUN)
      return TRUE;
  return FALSE;
}

static char *
advice (TlCapabilityPage *self)
{
  const TlXmr *xmr = self->document ? tl_document_xmr (self->document) : NULL;

  if (!xmr || xmr->n_points == 0)
    return g_strdup (_ ("Values that you type or paste beside the chart are drawn at once."));
  if (has_run (xmr))
    return g_strdup (_ ("Many values in a row lie on one side of the centre. The limits stay all the same: "
                        "only you know whether something was changed. If so, choose the point where it "
                        "began, and say what it was."));
  if (tl_xmr_n_signals (xmr) > 0)
    return g_strdup (_ ("Choose a marked point, by mouse or with the arrow keys, and say what happened."));
  return g_strdup (_ ("Choose a point, by mouse or with the arrow keys, to see when and how much."));
}

static void
show_point (TlCapabilityPage *self)
{
  TlPoint *point = tl_measure_chart_get_point (self->chart, NULL);
  g_autofree char *words = point ? tl_measure_chart_point_words (self->chart) : advice (self);
  const char *note = point && point->note ? point->note : "";
  gboolean typing = gtk_widget_get_state_flags (GTK_WIDGET (self->note)) & GTK_STATE_FLAG_FOCUS_WITHIN;

  gtk_label_set_label (self->point_words, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), point != NULL);
  if (!typing && !g_str_equal (gtk_editable_get_text (self->note), note))
    gtk_editable_set_text (self->note, note);
}

static void
on_chosen (TlCapabilityPage *self)
{
  show_point (self);
}

static void
on_answer (TlCapabilityPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
keep_note (TlCapabilityPage *self)
{
  TlPoint *point = self->document ? tl_measure_chart_get_point (self->chart, NULL) : NULL;
  const char *text = gtk_editable_get_text (self->note);

  if (point && g_strcmp0 (point->note ? point->note : "", text) != 0)
    tl_item_change (tl_document_history (self->document), point, "note", tl_value_text (text), _ ("Change note"));
}

static void
on_note_done (TlCapabilityPage *self)
{
  keep_note (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

/* ---- a change ---- */

static gboolean
on_declared (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCapabilityPage *self = data;
  g_autofree char *what = g_strstrip (g_strdup (first));
  g_autofree char *when = tl_date_read (second, TL_DATES_UNKNOWN);

  if (!*what)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("Say what was changed: limits don't start afresh without a reason"));
      return FALSE;
    }
  if (!when)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("Type a date, as 2026-03-31 or 31.3.2026"));
      return FALSE;
    }
  if (measure_of (self))
    tl_measure_declare_change (tl_document_history (self->document), measure_of (self), when, what);
  return TRUE;
}

static void
on_declare (TlCapabilityPage *self)
{
  TlMeasure *measure = measure_of (self);
  TlPoint *point = tl_measure_chart_get_point (self->chart, NULL);
  TlQuestion question = {
    .title = _ ("What was changed?"),
    .hint = _ ("From that day on centre and limits are worked out anew; what was before keeps its own."),
    .first_label = _ ("What"),
    .first_hint = _ ("Trades keep the job until it is done"),
    .second_label = _ ("Since"),
    .second_hint = "2026-03-31",
  };

  if (!measure)
    return;
  if (!point && measure->points->len > 0)
    point = g_ptr_array_index (measure->points, measure->points->len - 1);
  question.second_text = point ? point->when : NULL;
  tl_prompt_ask (self->prompt, &question, on_declared, self);
}

/* ---- all of it ---- */

static void
refresh (TlCapabilityPage *self)
{
  if (!self->document || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->following = TRUE;
  gtk_stack_set_visible_child_name (self->states, measure_of (self) ? "measures" : "nothing");
  show_list (self);
  show_panel (self);
  tl_point_table_refresh (self->table);
  show_point (self);
  self->following = FALSE;
}

/* It is named first, then given values. */
static void
on_add (TlCapabilityPage *self)
{
  TlMeasure *measure = tl_study_add_measure (tl_document_history (self->document), _ ("New measure"));

  tl_document_set_measure (self->document, measure);
  refresh (self);
  gtk_stack_set_visible_child_name (self->parts, "measures");
  adw_flap_set_reveal_flap (self->flap, TRUE);
  if (self->panel)
    tl_panel_focus_first (self->panel);
}

static void
on_from_log (TlCapabilityPage *self)
{
  const char *why_not = tl_measure_from_log (self->document);

  if (why_not)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", why_not);
}

static void
tl_capability_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_capability_page_parent_class)->map (widget);
  refresh (TL_CAPABILITY_PAGE (widget));
}

static gboolean
tl_capability_page_grab_focus (GtkWidget *widget)
{
  TlCapabilityPage *self = TL_CAPABILITY_PAGE (widget);

  if (!measure_of (self))
    return gtk_widget_grab_focus (self->first_button);
  return gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
tl_capability_page_dispose (GObject *object)
{
  TlCapabilityPage *self = TL_CAPABILITY_PAGE (object);

  if (self->document)
    tl_capability_page_set_document (self, NULL);
  if (self->prompt)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->prompt)));
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_CAPABILITY_PAGE);
  g_clear_pointer (&self->panel_items, g_ptr_array_unref);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_capability_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, states);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, parts);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, list);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, panel_place);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, table);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, options);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, change_button);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, point_words);
  gtk_widget_class_bind_template_child (widget_class, TlCapabilityPage, note);
}

static void
tl_capability_page_class_init (TlCapabilityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_capability_page_dispose;
  widget_class->grab_focus = tl_capability_page_grab_focus;
  widget_class->map = tl_capability_page_map;
  g_type_ensure (TL_TYPE_MEASURE_CHART);
  g_type_ensure (TL_TYPE_MEASURE_OPTIONS);
  g_type_ensure (TL_TYPE_POINT_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "capabilitypage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/capability-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_from_log);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_declare);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_answer);
  gtk_widget_class_bind_template_callback (widget_class, on_note_done);
}

static void
tl_capability_page_init (TlCapabilityPage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GMenuModel) menu = tl_chart_card_menu (TL_VIEW_CAPABILITY);

  self->panel_items = new_items ();
  self->listed = new_items ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->prompt = tl_prompt_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->prompt), self->change_button);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep_note), self);
  gtk_widget_add_controller (GTK_WIDGET (self->note), focus);
}

/**
 * tl_capability_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
tl_capability_page_new (void)
{
  return g_object_new (TL_TYPE_CAPABILITY_PAGE, NULL);
}

/**
 * tl_capability_page_set_document:
 * @self: a page
 * @document: (nullable): whose measures it shows
 */
void
tl_capability_page_set_document (TlCapabilityPage *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  adw_bin_set_child (self->panel_place, NULL);
  self->panel = NULL;
  g_set_object (&self->document, document);
  if (document)
    {
      g_signal_connect_swapped (document, "edited", G_CALLBACK (refresh), self);
      g_signal_connect_swapped (document, "numbers", G_CALLBACK (refresh), self);
    }
  tl_measure_options_set_document (self->options, document);
  tl_measure_chart_set_document (self->chart, document);
  tl_point_table_set_document (self->table, document);
  refresh (self);
}
