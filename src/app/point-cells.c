#include "app/point-cells.h"

#include <math.h>

#include "storage/date-reader.h"
#include "study/flow-edits.h"
#include "study/measure-edits.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPointCells
{
  GtkBox parent_instance;
  GtkWidget *entries[TL_N_CELLS];
  GtkWidget *delete;
  TlDocument *document;
  TlPoint *point; /* NULL: the empty row at the end */
  gboolean filling;
};

enum
{
  SIGNAL_ENTERED,
  SIGNAL_WRONG,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPointCells, tl_point_cells, GTK_TYPE_BOX)

static const char *
typed (TlPointCells *self, TlPointCell cell)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[cell]));
}

/* What the study holds, as it is typed. */
static char *
held (TlPointCells *self, TlPointCell cell)
{
  if (!self->point)
    return g_strdup ("");
  if (cell == TL_CELL_WHEN)
    return g_strdup (self->point->when ? self->point->when : "");
  if (cell == TL_CELL_NOTE)
    return g_strdup (self->point->note ? self->point->note : "");
  return isnan (self->point->value) ? g_strdup ("") : tl_amount_format (self->point->value);
}

static void
set_wrong (TlPointCells *self, TlPointCell cell, const char *words)
{
  GtkWidget *entry = self->entries[cell];
  gboolean was = gtk_widget_has_css_class (entry, "error");

  if (words)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, words);
  if (words || was)
    g_signal_emit (self, signals[SIGNAL_WRONG], 0, words ? words : "");
}

static void
fill (TlPointCells *self, TlPointCell cell)
{
  g_autofree char *text = held (self, cell);

  self->filling = TRUE;
  if (!g_str_equal (typed (self, cell), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entries[cell]), text);
  self->filling = FALSE;
  set_wrong (self, cell, NULL);
}

/* ---- what was typed ---- */

/* Returns: (transfer full) (nullable): what is wrong with it */
static char *
read_when (const char *text, char **when)
{
  *when = *text ? tl_date_read (text, TL_DATES_UNKNOWN) : NULL;
  if (*text && !*when)
    return g_strdup (_ ("Type a date, as 2026-03-31 or 31.3.2026"));
  return NULL;
}

static char *
read_value (const char *text, double *value)
{
  g_autoptr (GError) error = NULL;

  return tl_measured_parse (text, 0, value, &error) ? NULL : g_strdup (error->message);
}

/* A row with a date alone is a missing value; it is kept when Enter says so, or there is a value. */
static char *
keep_new (TlPointCells *self, gboolean entered)
{
  TlMeasure *measure = tl_document_measure (self->document);
  const char *value_text = typed (self, TL_CELL_VALUE);
  g_autofree char *when = NULL;
  double value;
  char *wrong = read_when (typed (self, TL_CELL_WHEN), &when);

  if (!wrong)
    wrong = read_value (value_text, &value);
  if (wrong || !measure || (!when && isnan (value)) || (isnan (value) && !entered))
    return wrong;
  for (guint cell = 0; cell < TL_N_CELLS; cell++)
    fill (self, cell);
  tl_measure_add_point (tl_document_history (self->document), measure, when, value);
  return NULL;
}

static char *
keep_when (TlPointCells *self)
{
  g_autofree char *when = NULL;
  char *wrong = read_when (typed (self, TL_CELL_WHEN), &when);

  if (!wrong && g_strcmp0 (when, self->point->when) != 0)
    tl_point_set_when (tl_document_history (self->document), self->point, when);
  return wrong;
}

static char *
keep_value (TlPointCells *self)
{
  double value;
  char *wrong = read_value (typed (self, TL_CELL_VALUE), &value);

  if (!wrong)
    tl_item_change (tl_document_history (self->document), self->point, "value", tl_value_number (value),
                    _ ("Change value"));
  return wrong;
}

static void
keep (TlPointCells *self, TlPointCell cell, gboolean entered)
{
  g_autofree char *old = held (self, cell);
  g_autofree char *wrong = NULL;

  if (self->filling || !self->document)
    return;
  if (!self->point)
    wrong = keep_new (self, entered);
  else if (g_str_equal (old, typed (self, cell)))
    wrong = NULL;
  else if (cell == TL_CELL_WHEN)
    wrong = keep_when (self);
  else if (cell == TL_CELL_VALUE)
    wrong = keep_value (self);
  else
    tl_item_change (tl_document_history (self->document), self->point, "note", tl_value_text (typed (self, cell)),
                    _ ("Change note"));
  set_wrong (self, cell, wrong);
  if (!wrong && self->point)
    fill (self, cell);
}

static TlPointCell
cell_of (TlPointCells *self, gpointer entry)
{
  TlPointCell cell = TL_CELL_WHEN;

  while (cell < TL_CELL_NOTE && self->entries[cell] != entry)
    cell++;
  return cell;
}

static void
on_activate (GtkEntry *entry, gpointer data)
{
  TlPointCells *self = data;
  TlPointCell cell = cell_of (self, entry);

  keep (self, cell, TRUE);
  if (!gtk_widget_has_css_class (GTK_WIDGET (entry), "error"))
    g_signal_emit (self, signals[SIGNAL_ENTERED], 0, (guint) cell);
}

static void
on_leave (GtkEventControllerFocus *focus, gpointer data)
{
  TlPointCells *self = data;

  keep (self, cell_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus))), FALSE);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  TlPointCells *self = data;
  TlPointCell cell = cell_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  g_autofree char *old = held (self, cell);

  if (key != GDK_KEY_Escape || g_str_equal (old, typed (self, cell)))
    return GDK_EVENT_PROPAGATE;
  fill (self, cell);
  return GDK_EVENT_STOP;
}

static void
on_delete (GtkButton *button, gpointer data)
{
  TlPointCells *self = data;
  TlHistory *history = tl_document_history (self->document);

  tl_history_begin (history, _ ("Delete value"), NULL);
  tl_history_apply (history, tl_edit_new_remove (self->point));
  tl_history_end (history);
}

/* ---- the class ---- */

static void
tl_point_cells_dispose (GObject *object)
{
  TlPointCells *self = TL_POINT_CELLS (object);

  self->document = NULL;
  g_clear_pointer (&self->point, tl_item_unref);
  G_OBJECT_CLASS (tl_point_cells_parent_class)->dispose (object);
}

static void
tl_point_cells_class_init (TlPointCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_point_cells_dispose;
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", TL_TYPE_POINT_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_WRONG] = g_signal_new ("wrong", TL_TYPE_POINT_CELLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_entry (TlPointCells *self, const char *hint, int width)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (GTK_BOX (self), entry);
  return entry;
}

static void
tl_point_cells_init (TlPointCells *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "point-cells");
  self->entries[TL_CELL_WHEN] = new_entry (self, _ ("When"), 10);
  self->entries[TL_CELL_VALUE] = new_entry (self, _ ("Value"), 6);
  self->entries[TL_CELL_NOTE] = new_entry (self, _ ("What happened?"), 9);
  gtk_widget_set_hexpand (self->entries[TL_CELL_NOTE], TRUE);
  gtk_entry_set_alignment (GTK_ENTRY (self->entries[TL_CELL_VALUE]), 1);
  self->delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->delete, "flat");
  gtk_widget_set_tooltip_text (self->delete, _ ("Delete value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete value"), -1);
  g_signal_connect (self->delete, "clicked", G_CALLBACK (on_delete), self);
  gtk_box_append (GTK_BOX (self), self->delete);
}

/**
 * tl_point_cells_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_point_cells_new (void)
{
  return g_object_new (TL_TYPE_POINT_CELLS, NULL);
}

/**
 * tl_point_cells_show:
 * @self: a row
 * @document: (nullable): whose study is edited; outlives what is shown
 * @point: (nullable): what it shows; %NULL for a new one to be typed
 */
void
tl_point_cells_show (TlPointCells *self, TlDocument *document, TlPoint *point)
{
  self->document = document;
  g_clear_pointer (&self->point, tl_item_unref);
  if (point)
    self->point = (TlPoint *) tl_item_ref (point);
  gtk_widget_set_sensitive (self->entries[TL_CELL_NOTE], point != NULL);
  gtk_widget_set_sensitive (self->delete, point != NULL);
  for (guint cell = 0; cell < TL_N_CELLS; cell++)
    fill (self, cell);
}

/**
 * tl_point_cells_get_point:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlPoint *
tl_point_cells_get_point (TlPointCells *self)
{
  return self->point;
}

/**
 * tl_point_cells_refresh:
 * @self: a row
 *
 * Shows the point as it is now; what is being typed stays.
 */
void
tl_point_cells_refresh (TlPointCells *self)
{
  for (guint cell = 0; self->point && cell < TL_N_CELLS; cell++)
    if (!(gtk_widget_get_state_flags (self->entries[cell]) & GTK_STATE_FLAG_FOCUS_WITHIN)
        && !gtk_widget_has_css_class (self->entries[cell], "error"))
      fill (self, cell);
}

/**
 * tl_point_cells_type:
 * @self: a row
 * @cell: in which of its cells
 *
 * Gives it the keyboard.
 */
void
tl_point_cells_type (TlPointCells *self, TlPointCell cell)
{
  gtk_widget_grab_focus (self->entries[cell]);
}
