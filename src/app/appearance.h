/* appearance.h: how large and how dark all windows are. */
#pragma once

#include <glib-object.h>

#include "paint/theme.h"

G_BEGIN_DECLS

#define TL_TYPE_APPEARANCE (tl_appearance_get_type ())
G_DECLARE_FINAL_TYPE (TlAppearance, tl_appearance, TL, APPEARANCE, GObject)

/* As the setting "color-scheme" counts them. */
typedef enum
{
  TL_SCHEME_DESKTOP,
  TL_SCHEME_LIGHT,
  TL_SCHEME_DARK,
} TlScheme;

#define TL_ROOM_SCALE_LEAST 1.0
#define TL_ROOM_SCALE_MOST 2.5

/* Signal "changed": the scale, the scheme or the contrast is another: paint anew. */

TlAppearance *tl_appearance_get_default (void);
TlTheme tl_appearance_theme (TlAppearance *self);
double tl_appearance_get_scale (TlAppearance *self);
void tl_appearance_set_scale (TlAppearance *self, double scale);
void tl_appearance_step_scale (TlAppearance *self, int direction);
TlScheme tl_appearance_get_scheme (TlAppearance *self);
void tl_appearance_set_scheme (TlAppearance *self, TlScheme scheme);

/* While slides are shown; afterwards all is as it was. */
void tl_appearance_begin_presented (TlAppearance *self);
void tl_appearance_toggle_presented (TlAppearance *self);
void tl_appearance_end_presented (TlAppearance *self);

G_END_DECLS
