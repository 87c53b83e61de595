#include "session/timings.h"

#include <time.h>
#include <unistd.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace vicinia::desktop {

double Timings::sinceProcessStart_ms() {
  QFile stat(QStringLiteral("/proc/self/stat"));
  if (!stat.open(QIODevice::ReadOnly)) return 0.0;
  const QByteArray line = stat.readAll();
  // The second field is the program's name in brackets and may hold blanks; field 22 is the start.
  const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
  if (fields.size() < 20) return 0.0;
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  const double now_ms = static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
  const double start_ms = fields[19].toDouble() * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
  return now_ms - start_ms;
}

void Timings::event(const char* name, std::initializer_list<std::pair<const char*, double>> more) const {
  if (file_.isEmpty()) return;
  QJsonObject object{{QStringLiteral("event"), QString::fromLatin1(name)},
                     {QStringLiteral("ms"), sinceProcessStart_ms()}};
  for (const auto& [key, value] : more) object.insert(QString::fromLatin1(key), value);
  QFile file(file_);
  if (file.open(QIODevice::Append)) file.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

}  // namespace vicinia::desktop
