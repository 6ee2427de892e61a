#include "app/field-typing.h"

#include <math.h>
#include <string.h>

#include "app/whole-text.h"
#include "storage/date-reader.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlFieldTyping
{
  GtkWidget *entry; /* not owned: it owns this */
  TlEntryFormat format;
  TlLiveEdit *edit;
  TlFieldWrong wrong;
  gboolean filling; /* the text changes because the study has, not because a person types */
  gboolean typed;   /* the text is a person's, perhaps not yet a time or a share */
  gboolean lasting; /* what can't be understood stays when the keyboard goes */
  char *is_wrong;   /* why what is typed can't be understood; NULL where it can */
};

static char *
format_value (TlFieldTyping *self, const TlValue *value)
{
  if (self->format == TL_ENTRY_TEXT)
    return g_strdup (value->text ? value->text : "");
  if (self->format == TL_ENTRY_MOMENT)
    return g_strdelimit (g_strdup (value->text ? value->text : ""), "T", ' ');
  if (isnan (value->number))
    return g_strdup ("");
  switch (self->format)
    {
    case TL_ENTRY_MINUTES:
      return tl_minutes_format (value->number);
    case TL_ENTRY_SHARE:
      return tl_share_format (value->number);
    case TL_ENTRY_RATE:
    case TL_ENTRY_AMOUNT:
      return tl_amount_format (value->number);
    case TL_ENTRY_TEXT:
    case TL_ENTRY_MOMENT:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
parse_number (TlFieldTyping *self, const char *text, double *number, GError **error)
{
  switch (self->format)
    {
    case TL_ENTRY_MINUTES:
      return tl_minutes_parse (text, number, error);
    case TL_ENTRY_SHARE:
      return tl_share_parse (text, number, error);
    case TL_ENTRY_RATE:
      return tl_rate_parse (text, number, error);
    case TL_ENTRY_AMOUNT:
    case TL_ENTRY_TEXT:
    case TL_ENTRY_MOMENT:
    default:
      return tl_amount_parse (text, number, error);
    }
}

static gboolean
parse_moment (const char *text, TlValue *value, GError **error)
{
  g_autofree char *when = *text ? tl_date_read (text, TL_DATES_UNKNOWN) : NULL;

  *value = tl_value_text (when);
  if (!*text || when)
    return TRUE;
  g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                       _ ("Type a date, as 2026-03-31 or 31.3.2026, perhaps with a time of day: 31.3.2026 9:30"));
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return !text[strspn (text, " \t")];
}

static gboolean
parse_value (TlFieldTyping *self, const char *text, TlValue *value, GError **error)
{
  double number = 0;
  gboolean good;

  if (self->format == TL_ENTRY_TEXT)
    {
      *value = tl_value_text (is_blank (text) ? NULL : text);
      return TRUE;
    }
  if (self->format == TL_ENTRY_MOMENT)
    return parse_moment (text, value, error);
  good = parse_number (self, text, &number, error);
  *value = tl_value_number (number);
  if (good && isnan (number) && tl_live_edit_is_required (self->edit))
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER, _ ("This can’t be left blank"));
      return FALSE;
    }
  return good;
}

static void
show_error (TlFieldTyping *self, const GError *error)
{
  g_free (self->is_wrong);
  self->is_wrong = error ? g_strdup (error->message) : NULL;
  gtk_widget_set_tooltip_text (self->entry, error ? error->message : NULL);
  if (error)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  if (self->wrong)
    self->wrong (self->entry, error);
}

static void
show_study (TlFieldTyping *self)
{
  TlValue value = tl_live_edit_read (self->edit);
  g_autofree char *text = tl_live_edit_differs (self->edit) ? g_strdup ("") : format_value (self, &value);

  tl_value_clear (&value);
  self->filling = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->filling = FALSE;
  self->typed = FALSE;
  show_error (self, NULL);
}

/* The entry is blank, and that changes nothing: the old name, or what each of several has, stands until something is
 * typed. */
static gboolean
says_nothing (TlFieldTyping *self)
{
  return is_blank (gtk_editable_get_text (GTK_EDITABLE (self->entry))) && tl_live_edit_outlives_blank (self->edit);
}

static void
on_changed (TlFieldTyping *self)
{
  g_autoptr (GError) error = NULL;
  TlValue value;

  if (self->filling)
    return;
  self->typed = TRUE;
  if (says_nothing (self))
    {
      tl_live_edit_restore (self->edit);
      show_error (self, NULL);
      return;
    }
  if (parse_value (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value, &error))
    {
      tl_live_edit_write (self->edit, value);
      show_error (self, NULL);
      return;
    }
  /* First, so that who shows the study anew meanwhile leaves alone what was typed. */
  show_error (self, error);
  /* Nothing is half understood: the study is as it was before. Typing over what is selected
   * empties the entry first, so that it would be left blank otherwise. */
  tl_live_edit_restore (self->edit);
}

/* Enter keeps, and shows how it was understood. What can't be understood stays to be mended. */
static void
on_activated (TlFieldTyping *self)
{
  if (self->is_wrong)
    {
      gtk_widget_error_bell (self->entry);
      return;
    }
  tl_live_edit_keep (self->edit);
  show_study (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
on_focus_leave (TlFieldTyping *self)
{
  if (self->lasting && self->is_wrong)
    return;
  tl_live_edit_keep (self->edit);
  show_study (self);
}

static gboolean
on_key (TlFieldTyping *self, guint key)
{
  if (key != GDK_KEY_Escape || !self->typed)
    return GDK_EVENT_PROPAGATE;
  tl_field_typing_restore (self);
  return GDK_EVENT_STOP;
}

/**
 * tl_field_typing_restore:
 * @self: a way into the study
 *
 * Takes back what was typed, as Escape does.
 */
void
tl_field_typing_restore (TlFieldTyping *self)
{
  tl_live_edit_restore (self->edit);
  show_study (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * tl_field_typing_set_lasting:
 * @self: a way into the study
 * @lasting: whether what can't be understood stays when the keyboard goes elsewhere; else what the study holds is
 *   shown again
 */
void
tl_field_typing_set_lasting (TlFieldTyping *self, gboolean lasting)
{
  self->lasting = lasting;
}

/**
 * tl_field_typing_wrong:
 * @self: a way into the study
 *
 * Returns: (transfer none) (nullable): why what is typed can't be understood; %NULL where it can
 */
const char *
tl_field_typing_wrong (TlFieldTyping *self)
{
  return self->is_wrong;
}

/**
 * tl_field_typing_differs:
 * @self: a way into the study
 *
 * Returns: whether it leads to several items that do not hold the same, so that the entry is blank
 */
gboolean
tl_field_typing_differs (TlFieldTyping *self)
{
  return tl_live_edit_differs (self->edit);
}

/**
 * tl_field_typing_new:
 * @entry: a #GtkEditable that owns what is returned
 * @activated: the signal by which it says that Enter was pressed
 * @format: how it is said
 * @edit: (transfer full): what it changes
 * @wrong: (nullable): shows what can't be understood, besides the tooltip
 *
 * Returns: (transfer full): the way from @entry into the study
 */
TlFieldTyping *
tl_field_typing_new (GtkWidget *entry,
                     const char *activated,
                     TlEntryFormat format,
                     TlLiveEdit *edit,
                     TlFieldWrong wrong)
{
  TlFieldTyping *self = g_new0 (TlFieldTyping, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  self->format = format;
  self->edit = edit;
  self->wrong = wrong;
  /* The history undoes, not the entry. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  tl_whole_text_of_editable (GTK_EDITABLE (entry));
  show_study (self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, activated, G_CALLBACK (on_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (entry, focus);
  return self;
}

/* The controllers live a little longer than this where the entry is being taken apart. */
static void
leave_controllers (TlFieldTyping *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->entry);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_signal_handlers_disconnect_by_data (controller, self);
    }
}

/**
 * tl_field_typing_free:
 * @self: (transfer full): a way into the study; what was typed is kept
 */
void
tl_field_typing_free (TlFieldTyping *self)
{
  g_signal_handlers_disconnect_by_data (self->entry, self);
  leave_controllers (self);
  tl_live_edit_free (self->edit);
  g_free (self->is_wrong);
  g_free (self);
}

/* Whether what a person has typed so far means what the study holds. */
static gboolean
means_the_same (TlFieldTyping *self)
{
  TlValue typed = { 0 };
  TlValue value = tl_live_edit_read (self->edit);
  gboolean same = FALSE;

  if (!tl_live_edit_differs (self->edit)
      && parse_value (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &typed, NULL))
    {
      same = tl_value_equal (&typed, &value);
      tl_value_clear (&typed);
    }
  tl_value_clear (&value);
  return same;
}

/**
 * tl_field_typing_refresh:
 * @self: a way into the study
 *
 * Shows what the study holds now. What is just being typed stays as it was typed, unless an undo has
 * changed what it means.
 */
void
tl_field_typing_refresh (TlFieldTyping *self)
{
  if (self->typed && (self->is_wrong || says_nothing (self) || means_the_same (self)))
    return;
  show_study (self);
}
