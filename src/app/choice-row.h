/* choice-row.h: one of a few words, or one of the study's items. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlChoiceSource:
 * @words: fills in the words to choose from, translated, in order
 * @read: which of them the study holds; %GTK_INVALID_LIST_POSITION where several things hold
 *   different ones
 * @write: a person has chosen another
 *
 * How a row reads and changes the study. @data is that of tl_choice_row_new().
 */
typedef struct
{
  void (*words) (GtkStringList *words, gpointer data);
  guint (*read) (gpointer data);
  void (*write) (guint chosen, gpointer data);
} TlChoiceSource;

#define TL_TYPE_CHOICE_ROW (tl_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TlChoiceRow, tl_choice_row, TL, CHOICE_ROW, AdwComboRow)

GtkWidget *tl_choice_row_new (const char *title, const TlChoiceSource *source, gpointer data, GDestroyNotify destroy);
void tl_choice_row_refresh (TlChoiceRow *self);

G_END_DECLS
