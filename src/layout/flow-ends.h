/* flow-ends.h: the ends of routes at the sides of boxes, and which of them share a dock.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-route.h"

G_BEGIN_DECLS

/* Straight edges insist on their place. */
#define TL_DOCK_INSISTS 1e3

/* One end of a route. */
typedef struct
{
  guint route;
  gboolean exit;
  guint node;
  guint other; /* node at the other end */
  TlSide side;
  guint class; /* ends of one class can share a dock */
  double key;  /* order along the side */
  guint share; /* number of the dock, among all that were made */
} TlEnd;

/* Where ends meet the side of a node: one, or several of a class, which share their way from here.
 */
typedef struct
{
  guint node;
  TlSide side;
  guint first; /* of its ends */
  guint count;
  double key; /* order along the side */
  double wanted;
  double weight;
} TlPort;

typedef struct
{
  const TlFlowGraph *graph;
  GArray *routes;
  const gboolean *nodes; /* those whose docks are looked at */
  GArray *ends;          /* (element-type TlEnd): those of one dock side by side */
  GArray *docks;         /* (element-type TlPort): those of one side side by side, in order */
} TlDocker;

TlRoute *tl_end_route (const TlDocker *docker, const TlEnd *end);
double *tl_end_place (const TlDocker *docker, const TlEnd *end);
void tl_docker_set_up (TlDocker *docker, const TlFlowGraph *graph, GArray *routes, const gboolean *nodes);
void tl_docker_tear_down (TlDocker *docker);

G_END_DECLS
