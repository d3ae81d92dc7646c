package io.github.tapkustomer.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The least that a tap on these libraries can do, to measure this one against: fetches every page
 * of conversations with OkHttp and copies it to stdout from Jackson's parser to its generator.
 * Knows no names, types, limits or failures.
 */
public final class BareCopy {
  private BareCopy() {}

  /** Takes the API's address, its key, the number of pages, and the page size. */
  public static void main(String[] arguments) throws IOException {
    OkHttpClient http = new OkHttpClient();
    JsonFactory jackson = new JsonFactory();
    jackson.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    String query =
        "{\"queryContext\":\"conversation\",\"sort\":[{\"conversation_updated_at\":\"asc\"}]}";
    for (int page = 1; page <= Integer.parseInt(arguments[2]); page++) {
      Request request =
          new Request.Builder()
              .url(
                  "%s/v1/customers/search?page=%d&pageSize=%s"
                      .formatted(arguments[0], page, arguments[3]))
              .header("Authorization", "Bearer " + arguments[1])
              .post(RequestBody.create(query, MediaType.get("application/json")))
              .build();
      try (Response response = http.newCall(request).execute();
          JsonParser parser = jackson.createParser(response.body().byteStream());
          JsonGenerator out = jackson.createGenerator(stdout)) {
        while (parser.nextToken() != null) {
          out.copyCurrentEvent(parser);
        }
      }
    }
    System.exit(0);
  }
}
