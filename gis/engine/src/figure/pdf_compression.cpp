// Qt compresses the pages of a PDF with zlib's default level and has no setting for it. Half the time of a series went into
// looking for long matches among coordinates, where there are none. This definition stands before zlib's own, as a
// program's symbols do before those of its libraries, and changes the default level only; who asks for a level gets it.
// Cost:    pages 8 % larger, a series in two thirds of the time (bench_figures).
#include <zlib.h>

extern "C" int ZEXPORT deflateInit_(z_streamp stream, int level, const char* version, int stream_size) {
  constexpr int default_level = 4, window_bits = 15,
                memory_level = 8;  // the last two are those of zlib's deflateInit_
  return deflateInit2_(stream, level == Z_DEFAULT_COMPRESSION ? default_level : level, Z_DEFLATED,
                       window_bits, memory_level, Z_DEFAULT_STRATEGY, version, stream_size);
}
