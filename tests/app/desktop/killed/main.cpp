#include <gtest/gtest.h>

#include <QCoreApplication>
#include <cstring>
#include <string>

#include "killed/worker.h"

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "--work-until-killed") == 0) {
    QCoreApplication application(argc, argv);
    return vicinia::desktop::killed::work_until_killed(argv[2], static_cast<unsigned>(std::stoul(argv[3])));
  }
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
