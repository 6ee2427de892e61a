/* stage.h: a real window with the sample study, and ways to find what is in it. */
#pragma once

#include "app/application.h"
#include "app/window.h"

G_BEGIN_DECLS

/* Whether what a test waits for has come true. */
typedef gboolean (*TlStageCheck) (gpointer data);

void tl_stage_init (int *argc, char ***argv);
void tl_stage_wait (TlStageCheck condition, gpointer data);
void tl_stage_settle (void);

TlApplication *tl_stage_application (void);
TlWindow *tl_stage_new_window (void);
TlWindow *tl_stage_open_sample (void);
TlWindow *tl_stage_open_copy (GFile **file);
TlDocument *tl_stage_long_log (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
void tl_stage_close_all (void);

GtkWidget *tl_stage_find (gpointer root, GType type, const char *title);
gboolean tl_stage_says (gpointer root, const char *words);
AdwMessageDialog *tl_stage_question (void);
void tl_stage_answer (const char *reply);
guint tl_stage_windows (void);
GFile *tl_stage_file (const char *name);

G_END_DECLS
