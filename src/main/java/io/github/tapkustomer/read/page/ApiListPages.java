package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import io.github.tapkustomer.stream.Endpoint.Pages;
import java.util.Optional;

/** Pages of {@code GET /v1/<path>}. Page numbers are counted here; links are not followed. */
public final class ApiListPages implements ListPages {
  private final String stream;
  private final Pages endpoint;
  private final RecordPages records;

  public ApiListPages(KustomerClient client, String stream, Pages endpoint, RecordSink sink) {
    this.stream = requireNonNull(stream, "stream");
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.records = new RecordPages(client, sink);
  }

  @Override
  public PageSummary read(String pass, int page, int size, RecordFilter filter) {
    return records.read(
        ApiRequest.get(stream, path(endpoint, pass, page, size)),
        filter,
        endpoint.member(),
        Optional.empty());
  }

  /** The path and query of a page, below the host. */
  public static String path(Pages endpoint, String pass, int page, int size) {
    return "/v1/%s?page=%d&pageSize=%d%s"
        .formatted(endpoint.path(), page, size, pass.isEmpty() ? "" : "&" + pass);
  }
}
