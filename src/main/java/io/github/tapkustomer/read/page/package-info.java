/** Single pages of searches, lists and audit logs, from the request to encoded lines. */
@NullMarked
package io.github.tapkustomer.read.page;

import org.jspecify.annotations.NullMarked;
