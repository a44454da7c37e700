"use client";

import { useDeferredValue, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { filterCount, filterRows, noFilters } from "./filter-rows.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { listKeyRows } from "./list-key-rows.ts";
import type { ListCommand } from "./list-keys.ts";
import type { ReportRow } from "./report-row.ts";
import { ReportsTable } from "./reports-table.tsx";
import { ReportsToolbar } from "./reports-toolbar.tsx";
import { ScreenPager } from "./screen-pager.tsx";
import { screenPage } from "./screen-pages.ts";
import { useSingleKeys } from "./single-keys.ts";
import { sortingAfter, sortRows } from "./sort-rows.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useReportsView } from "./use-reports-view.ts";
import { useRowFocus } from "./use-row-focus.ts";

export interface ReportsBoardProps {
  readonly rows: readonly ReportRow[];
  /** The cursor of this page of reports. */
  readonly after: string | null;
  /** The server's clock when it made the page. */
  readonly now: Date;
}

/** The table of reports with everything that moves it. */
export function ReportsBoard({ rows, after, now }: ReportsBoardProps) {
  const [{ filters, sorting }, setView] = useReportsView(after);
  const [search, setSearch] = useState("");
  const [wantedPage, setWantedPage] = useState(0);
  const [areKeysShown, setKeysShown] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const hasSingleKeys = useSingleKeys();

  const found = sortRows(filterRows(rows, filters, useDeferredValue(search)), sorting);
  const screen = screenPage(found, wantedPage);
  const moveFocus = useRowFocus({ bodyRef, page: screen.page, pageCount: screen.pageCount, onPage: setWantedPage });

  function change(view: Partial<{ filters: typeof filters; sorting: typeof sorting }>) {
    setView({ filters, sorting, ...view });
    setWantedPage(0);
  }

  function obey(command: ListCommand) {
    if (command === "search") searchRef.current?.select();
    else if (command === "keys") setKeysShown(true);
    else moveFocus(command);
  }
  useListKeys({ hasSingleKeys, rows: bodyRef, search: searchRef, onCommand: obey });

  return (
    <>
      <ReportsToolbar
        search={search}
        onSearch={(text) => {
          setSearch(text);
          setWantedPage(0);
        }}
        searchRef={searchRef}
        filters={filters}
        onFilter={(next) => {
          change({ filters: next });
        }}
        sorting={sorting}
        onSorting={(next) => {
          change({ sorting: next });
        }}
        listNames={[...new Set(rows.map(({ listName }) => listName))].sort()}
      />
      <ScreenPager {...screen} onPage={setWantedPage}>
        {filterCount(filters) === 0 && search === "" ? null : (
          <Button
            variant="quiet"
            size="small"
            icon="cross"
            onClick={() => {
              setSearch("");
              change({ filters: noFilters });
            }}
          >
            Show all
          </Button>
        )}
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            setKeysShown(true);
          }}
        >
          Keys
        </Button>
      </ScreenPager>
      {found.length === 0 ? (
        <EmptyState title="No report fits">Change the search or the filters above.</EmptyState>
      ) : (
        <ReportsTable
          rows={screen.rows}
          sorting={sorting}
          onSort={(column) => {
            change({ sorting: sortingAfter(sorting, column) });
          }}
          now={now}
          bodyRef={bodyRef}
        />
      )}
      <KeysDialog rows={listKeyRows} where="in this table" open={areKeysShown} onOpenChange={setKeysShown} />
    </>
  );
}
