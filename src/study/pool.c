#include "pool.h"

#include <string.h>
#include <sys/mman.h>

/* Larger pieces come from malloc(), whose overhead matters less for them. */
#define LARGEST 128
#define STEP 8
#define CHUNK 262144
/* A long log takes its memory in larger chunks, with all pages in place: to be asked for each of a hundred thousand
 * pages when it is first written to takes the machine longer. */
#define FEW_CHUNKS 16
#define LARGE_CHUNK 2097152

/* Sanitizers find what is written beyond its end, used too late or lost only in memory of their own. */
#ifdef __SANITIZE_ADDRESS__
#define POOLED(size) FALSE
#else
#define POOLED(size) ((size) <= LARGEST)
#endif

typedef struct _Piece Piece;
struct _Piece
{
  Piece *next;
};

typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk *next;
  gsize size;
};

/* Studies are read on threads of their own. */
static GMutex lock;
static Piece *spare[LARGEST / STEP + 1];
static Chunk *chunks;
static guint n_chunks;
static guint8 *at, *end;
static gsize in_use;
static gsize mapped;

static gsize
rounded (gsize size)
{
  return MAX ((size + STEP - 1) / STEP, 1) * STEP;
}

/* Returns: (nullable): %NULL where the machine has no more */
static gpointer
map_large (void)
{
  gpointer chunk = mmap (NULL, LARGE_CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

  return chunk == MAP_FAILED ? NULL : chunk;
}

static void
add_chunk (void)
{
  Chunk *chunk = n_chunks < FEW_CHUNKS ? NULL : map_large ();
  gsize size = chunk ? LARGE_CHUNK : CHUNK;

  if (!chunk)
    chunk = g_malloc (CHUNK);
  *chunk = (Chunk){ chunks, size };
  chunks = chunk;
  n_chunks++;
  mapped += size == LARGE_CHUNK ? size : 0;
  at = (guint8 *) (chunk + 1);
  end = (guint8 *) chunk + size;
}

static gpointer
cut (gsize size)
{
  gpointer piece;

  if ((gsize) (end - at) < size)
    add_chunk ();
  piece = at;
  at += size;
  return piece;
}

static gpointer
take (gsize size)
{
  gsize whole = rounded (size);
  Piece *piece;

  g_mutex_lock (&lock);
  piece = spare[whole / STEP];
  if (piece)
    spare[whole / STEP] = piece->next;
  else
    piece = cut (whole);
  in_use++;
  g_mutex_unlock (&lock);
  return piece;
}

/* When nothing is in use any more, as after the last study was closed, all goes back. */
static void
give_all_back (void)
{
  while (chunks)
    {
      Chunk *next = chunks->next;

      if (chunks->size == LARGE_CHUNK)
        munmap (chunks, LARGE_CHUNK);
      else
        g_free (chunks);
      chunks = next;
    }
  n_chunks = 0;
  mapped = 0;
  memset (spare, 0, sizeof spare);
  at = end = NULL;
}

/**
 * tl_pool_alloc0:
 * @size: bytes
 *
 * Returns: (transfer full): so much memory, all zeros, for tl_pool_free()
 */
gpointer
tl_pool_alloc0 (gsize size)
{
  return POOLED (size) ? memset (take (size), 0, size) : g_malloc0 (size);
}

/**
 * tl_pool_free:
 * @piece: (transfer full): what tl_pool_alloc0() gave
 * @size: how much that was
 */
void
tl_pool_free (gpointer piece, gsize size)
{
  gsize whole = rounded (size);

  if (!POOLED (size))
    {
      g_free (piece);
      return;
    }
  g_mutex_lock (&lock);
  ((Piece *) piece)->next = spare[whole / STEP];
  spare[whole / STEP] = piece;
  if (--in_use == 0)
    give_all_back ();
  g_mutex_unlock (&lock);
}

/**
 * tl_pool_strdup:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (nullable): a copy that nobody changes, for tl_pool_strfree()
 */
char *
tl_pool_strdup (const char *text)
{
  return text ? tl_pool_strndup (text, strlen (text)) : NULL;
}

/**
 * tl_pool_strndup:
 * @text: a text without zeros in it; none need end it
 * @length: of it
 *
 * Returns: (transfer full): a copy that nobody changes, for tl_pool_strfree()
 */
char *
tl_pool_strndup (const char *text, gsize length)
{
  gsize size = length + 1;
  char *copy = POOLED (size) ? take (size) : g_malloc (size);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/**
 * tl_pool_strfree:
 * @text: (transfer full) (nullable): what tl_pool_strdup() gave
 */
void
tl_pool_strfree (char *text)
{
  if (text)
    tl_pool_free (text, strlen (text) + 1);
}

/**
 * tl_pool_mapped:
 *
 * Returns: how many bytes the pool has, in use or spare, that malloc() does not know of
 */
gsize
tl_pool_mapped (void)
{
  gsize bytes;

  g_mutex_lock (&lock);
  bytes = mapped;
  g_mutex_unlock (&lock);
  return bytes;
}
