#include "app/field-row.h"

#include <math.h>

#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlFieldRow
{
  AdwEntryRow parent_instance;
  char *title;
  TlEntryFormat format;
  TlLiveEdit *edit;
  gboolean filling; /* the text changes because the study has, not because a person types */
  gboolean typed;   /* the text is a person's, perhaps not yet a time or a share */
};

G_DEFINE_FINAL_TYPE (TlFieldRow, tl_field_row, ADW_TYPE_ENTRY_ROW)

static char *
format_value (TlFieldRow *self, const TlValue *value)
{
  if (self->format == TL_ENTRY_TEXT)
    return g_strdup (value->text ? value->text : "");
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
    default:
      g_assert_not_reached ();
    }
}

static gboolean
parse_value (TlFieldRow *self, const char *text, TlValue *value, GError **error)
{
  double number = 0;
  gboolean good = TRUE;

  switch (self->format)
    {
    case TL_ENTRY_TEXT:
      *value = tl_value_text (*text ? text : NULL);
      return TRUE;
    case TL_ENTRY_MINUTES:
      good = tl_minutes_parse (text, &number, error);
      break;
    case TL_ENTRY_SHARE:
      good = tl_share_parse (text, &number, error);
      break;
    case TL_ENTRY_RATE:
      good = tl_rate_parse (text, &number, error);
      break;
    case TL_ENTRY_AMOUNT:
    default:
      good = tl_amount_parse (text, &number, error);
      break;
    }
  *value = tl_value_number (number);
  if (good && isnan (number) && tl_live_edit_is_required (self->edit))
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _("This can’t be left blank"));
      return FALSE;
    }
  return good;
}

/* What is wrong stands where the title does, beside what was typed. */
static void
show_error (TlFieldRow *self, const GError *error)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), error ? error->message : self->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), error ? error->message : NULL);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
show_study (TlFieldRow *self)
{
  TlValue value = tl_live_edit_read (self->edit);
  g_autofree char *text = format_value (self, &value);

  tl_value_clear (&value);
  self->filling = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->filling = FALSE;
  self->typed = FALSE;
  show_error (self, NULL);
}

static void
on_changed (TlFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  TlValue value;

  if (self->filling || !self->edit)
    return;
  self->typed = TRUE;
  if (parse_value (self, gtk_editable_get_text (GTK_EDITABLE (self)), &value, &error))
    tl_live_edit_write (self->edit, value);
  else
    /* Nothing is half understood: the study is as it was before. Typing over what is selected
     * empties the entry first, so that it would be left blank otherwise. */
    tl_live_edit_restore (self->edit);
  show_error (self, error);
}

/* Enter keeps, and shows how it was understood. What can't be understood stays to be mended. */
static void
on_entry_activated (TlFieldRow *self)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  tl_live_edit_keep (self->edit);
  show_study (self);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static void
on_focus_leave (TlFieldRow *self)
{
  if (!self->edit)
    return;
  tl_live_edit_keep (self->edit);
  show_study (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlFieldRow *self)
{
  if (key != GDK_KEY_Escape || !self->typed)
    return GDK_EVENT_PROPAGATE;
  tl_live_edit_restore (self->edit);
  show_study (self);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  return GDK_EVENT_STOP;
}

static void
tl_field_row_dispose (GObject *object)
{
  TlFieldRow *self = TL_FIELD_ROW (object);

  g_clear_pointer (&self->edit, tl_live_edit_free);
  G_OBJECT_CLASS (tl_field_row_parent_class)->dispose (object);
}

static void
tl_field_row_finalize (GObject *object)
{
  g_free (TL_FIELD_ROW (object)->title);
  G_OBJECT_CLASS (tl_field_row_parent_class)->finalize (object);
}

static void
tl_field_row_class_init (TlFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_field_row_dispose;
  object_class->finalize = tl_field_row_finalize;
}

static void
tl_field_row_init (TlFieldRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* The history undoes, not the entry. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_entry_activated), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * tl_field_row_new:
 * @title: what is typed here
 * @format: how it is said
 * @edit: (transfer full): what it changes
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_field_row_new (const char *title, TlEntryFormat format, TlLiveEdit *edit)
{
  TlFieldRow *self = g_object_new (TL_TYPE_FIELD_ROW, "title", title, NULL);

  self->title = g_strdup (title);
  self->format = format;
  self->edit = edit;
  show_study (self);
  return GTK_WIDGET (self);
}

/* Whether what a person has typed so far means what the study holds. */
static gboolean
means_the_same (TlFieldRow *self)
{
  TlValue typed = { 0 };
  TlValue value = tl_live_edit_read (self->edit);
  gboolean same = FALSE;

  if (parse_value (self, gtk_editable_get_text (GTK_EDITABLE (self)), &typed, NULL))
    {
      same = tl_value_equal (&typed, &value);
      tl_value_clear (&typed);
    }
  tl_value_clear (&value);
  return same;
}

/**
 * tl_field_row_refresh:
 * @self: a row
 *
 * Shows what the study holds now. What is just being typed stays as it was typed, unless an undo has
 * changed what it means.
 */
void
tl_field_row_refresh (TlFieldRow *self)
{
  if (self->typed && means_the_same (self))
    return;
  if (self->typed && gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    return;
  show_study (self);
}
