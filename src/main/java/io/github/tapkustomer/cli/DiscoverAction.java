package io.github.tapkustomer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.discovery.Purpose;
import java.io.OutputStream;

/** {@code --discover}: writes the catalog to stdout. */
final class DiscoverAction {
  private final Account account;
  private final InputOptions input;
  private final OutputStream stdout;

  DiscoverAction(Account account, InputOptions input, OutputStream stdout) {
    this.account = account;
    this.input = input;
    this.stdout = stdout;
  }

  void run() {
    account.greet();
    ObjectNode catalog = input.catalog(account, Purpose.CATALOG);
    input.streams(catalog, account.settings().masks());
    StdoutText.json(stdout, catalog);
  }
}
