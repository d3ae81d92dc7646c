/**
 * What to read of each selected stream, from settings, bookmark, time and the kind of its endpoint:
 * time ranges or lists, each with its reader. Planning makes no requests.
 */
@NullMarked
package io.github.tapkustomer.plan;

import org.jspecify.annotations.NullMarked;
