package io.github.tapkustomer.cli;

import picocli.CommandLine;

/** The program's version, which the build writes to a file beside this class. */
final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  static String line() {
    return "tap-kustomer " + number();
  }

  static String number() {
    return QuickAnswers.resource("version.txt").strip();
  }
}
