/* window-private.h: what the files of the window share. */
#pragma once

#include "app/capability-page.h"
#include "app/capacity-page.h"
#include "app/demand-page.h"
#include "app/flow-page.h"
#include "app/listen-page.h"
#include "app/page-switch.h"
#include "app/conditions-page.h"
#include "app/purpose-bar.h"
#include "app/rescuer.h"
#include "app/purpose-page.h"
#include "app/show.h"
#include "app/strip-view.h"
#include "app/welcome-page.h"
#include "app/window.h"

G_BEGIN_DECLS

struct _TlWindow
{
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  AdwToast *toast; /* (weak) what is being said */
  AdwHeaderBar *header;
  AdwSplitButton *open_button;
  GtkWidget *new_button;
  GMenu *new_from_menu;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *save_button;
  GtkWidget *menu_button;
  GtkWidget *inspector_button;
  GtkWidget *present_button;
  GtkWidget *outline_button;
  GtkStack *titles;
  TlPageSwitch *page_switch;
  GtkInfoBar *newer_bar;
  TlPurposeBar *purpose;
  GtkStack *states;
  TlWelcomePage *welcome;
  GtkSpinner *spinner;
  GtkLabel *opening_label;
  AdwViewStack *pages;
  TlPurposePage *purpose_page;
  TlDemandPage *demand_page;
  TlListenPage *listen_page;
  TlCapabilityPage *capability_page;
  TlConditionsPage *conditions_page;
  TlFlowPage *flow_page;
  TlCapacityPage *capacity_page;
  TlStripView *strip;

  TlRescuer *rescuer;   /* of @document */
  TlDocument *document; /* NULL while the welcome page is shown */
  GFile *opening;       /* what is being read; NULL where nothing is */
  GCancellable *opening_work;
  gboolean wordy;     /* there is room for words on buttons */
  TlShow *show;       /* NULL while nothing is presented */
  gboolean listening; /* contacts are written down instead of pages being shown */
  gboolean may_close; /* the person was asked about unsaved work */
};

void tl_window_show_state (TlWindow *self);
void tl_window_set_listening (TlWindow *self, gboolean listening);
void tl_window_go_to (TlWindow *self, TlItem *item);
void tl_window_go_round (TlWindow *self, gboolean forward);

G_END_DECLS
