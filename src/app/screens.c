#include "app/screens.h"

/**
 * tl_screens_choose:
 * @count: how many screens there are
 * @home: the number of the one where the team works; anything else where that is not known
 * @swapped: whether somebody has found that the two are the wrong way round
 *
 * A projector is the screen on which the team has not been working.
 *
 * Returns: which is whose
 */
TlScreens
tl_screens_choose (guint count, int home, gboolean swapped)
{
  int own = home >= 0 && home < (int) count ? home : 0;
  int other = own == 0 ? 1 : 0;

  if (count < 2)
    return (TlScreens){ own, TL_SCREEN_NONE };
  return swapped ? (TlScreens){ own, other } : (TlScreens){ other, own };
}
