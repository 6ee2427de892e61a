/* screens.h: which screen shows what, where a room has more than one. Plain arithmetic. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No screen at all. */
#define TL_SCREEN_NONE -1

/**
 * TlScreens:
 * @audience: the number of the screen that shows the slides
 * @presenter: the number of the one for who presents; %TL_SCREEN_NONE where there is only one
 */
typedef struct
{
  int audience;
  int presenter;
} TlScreens;

TlScreens tl_screens_choose (guint count, int home, gboolean swapped);

G_END_DECLS
