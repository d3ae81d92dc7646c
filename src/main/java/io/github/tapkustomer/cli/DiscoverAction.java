package io.github.tapkustomer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.discovery.Purpose;
import java.io.OutputStream;
import java.util.Optional;

/** {@code --discover}: the catalog, to stdout. */
final class DiscoverAction {
  private final Account account;
  private final InputOptions input;
  private final OutputStream stdout;

  DiscoverAction(Account account, InputOptions input, OutputStream stdout) {
    this.account = account;
    this.input = input;
    this.stdout = stdout;
  }

  /** Problems with a given catalog are reported before the first request. */
  void run() {
    Optional<ObjectNode> given = input.givenCatalog().map(this::checked);
    account.greet();
    StdoutText.json(
        stdout, given.orElseGet(() -> checked(input.catalog(account, Purpose.CATALOG))));
  }

  private ObjectNode checked(ObjectNode catalog) {
    input.streams(catalog, account.settings().masks());
    return catalog;
  }
}
