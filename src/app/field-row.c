#include "app/field-row.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlFieldRow
{
  AdwEntryRow parent_instance;
  char *title;
  TlFieldTyping *typing;
};

G_DEFINE_FINAL_TYPE (TlFieldRow, tl_field_row, ADW_TYPE_ENTRY_ROW)

/* What is wrong stands where the title does, beside what was typed; where several things differ that is said there as
 * well, in the place of a value. */
static void
show_wrong (GtkWidget *row, const GError *error)
{
  TlFieldRow *self = TL_FIELD_ROW (row);
  /* TRANSLATORS: the title of a field, as "Work each time", in which the selected steps are not the same */
  g_autofree char *differs = self->typing && tl_field_typing_differs (self->typing)
                                 ? g_strdup_printf (_ ("%s · differs"), self->title)
                                 : NULL;

  /* Where the title is shortened it is told whole. */
  if (!error)
    gtk_widget_set_tooltip_text (row, differs);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), error ? error->message : differs ? differs : self->title);
}

static void
tl_field_row_dispose (GObject *object)
{
  g_clear_pointer (&TL_FIELD_ROW (object)->typing, tl_field_typing_free);
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
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
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
  self->typing = tl_field_typing_new (GTK_WIDGET (self), "entry-activated", format, edit, show_wrong);
  show_wrong (GTK_WIDGET (self), NULL);
  return GTK_WIDGET (self);
}

/**
 * tl_field_row_refresh:
 * @self: a row
 *
 * Shows what the study holds now; see tl_field_typing_refresh().
 */
void
tl_field_row_refresh (TlFieldRow *self)
{
  tl_field_typing_refresh (self->typing);
}
