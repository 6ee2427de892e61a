/* dialogs.h: every file and message dialog of the program.
 *
 * GTK and libadwaita have new dialogs in newer versions; the one place that knows is dialogs.c.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlReply:
 * @id: what the callback gets
 * @label: on the button, with a mnemonic
 * @appearance: plain, suggested or destructive
 *
 * One button of a question.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} TlReply;

/**
 * TlFileWish:
 * @title: of the dialog
 * @name: (nullable): the name suggested
 * @suffix: what a name ends in, as ".throughline"; added where it is missing
 * @other_suffix: (nullable): another ending that is as good
 * @kind: what files of that kind are called
 * @folder: (nullable): where to begin
 */
typedef struct
{
  const char *title;
  const char *name;
  const char *suffix;
  const char *other_suffix;
  const char *kind;
  GFile *folder;
} TlFileWish;

/* @file is %NULL where the person thought better of it. */
typedef void (*TlFileChosen) (GFile *file, gpointer data);
typedef void (*TlReplied) (const char *id, gpointer data);

void tl_dialogs_open_study (GtkWindow *parent, TlFileChosen chosen, gpointer data, GDestroyNotify destroy);
void tl_dialogs_open_table (GtkWindow *parent, TlFileChosen chosen, gpointer data, GDestroyNotify destroy);
void tl_dialogs_save_file (GtkWindow *parent,
                           const TlFileWish *wish,
                           TlFileChosen chosen,
                           gpointer data,
                           GDestroyNotify destroy);
void tl_dialogs_ask (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     const TlReply *replies,
                     TlReplied replied,
                     gpointer data,
                     GDestroyNotify destroy);
void tl_dialogs_ask_name (GtkWindow *parent,
                          const char *heading,
                          const char *label,
                          const char *accept,
                          TlReplied named,
                          gpointer data,
                          GDestroyNotify destroy);
/**
 * TlTwoEntries:
 * @heading: what is asked
 * @body: (nullable): more words
 * @first_label: of the first entry, which may not be left empty
 * @first_text: (nullable): what it holds to begin with
 * @second_label: of the second entry, which may
 * @second_text: (nullable): what it holds to begin with
 * @accept: on the button, with a mnemonic
 * @at_second: the second entry has the keyboard first
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *first_label;
  const char *first_text;
  const char *second_label;
  const char *second_text;
  const char *accept;
  gboolean at_second;
} TlTwoEntries;

/* @second is %NULL where it was left empty. */
typedef void (*TlTwoAnswered) (const char *first, const char *second, gpointer data);

void tl_dialogs_ask_two (GtkWindow *parent,
                         const TlTwoEntries *entries,
                         TlTwoAnswered answered,
                         gpointer data,
                         GDestroyNotify destroy);
void tl_dialogs_say (GtkWindow *parent, const char *heading, const char *body);
void tl_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
