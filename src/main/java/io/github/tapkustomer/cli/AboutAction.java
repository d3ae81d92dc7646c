package io.github.tapkustomer.cli;

import io.github.tapkustomer.about.About;
import io.github.tapkustomer.about.AboutFormat;
import java.io.OutputStream;

/** {@code --about}: what the tap can do, to stdout. */
final class AboutAction {
  private final OutputStream stdout;

  AboutAction(OutputStream stdout) {
    this.stdout = stdout;
  }

  void run(AboutFormat format) {
    StdoutText.text(stdout, format.print(About.of(Version.number())));
  }
}
