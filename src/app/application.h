/* application.h: the program with windows. */
#pragma once

#include <adwaita.h>

#include "app/window.h"

G_BEGIN_DECLS

#define TL_TYPE_APPLICATION (tl_application_get_type ())
G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication *tl_application_new (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;
TlWindow *tl_application_open_file (TlApplication *self, GFile *file, TlWindow *preferred);
int tl_application_main (int argc, char **argv);

G_END_DECLS
