import { CodeBlock } from "#components/ui/code-block.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** For whoever runs no script: only a receipt without a key may be sent anywhere. */
export function CurlHint({ origin }: { readonly origin: string }) {
  return (
    <div className="mb-8 max-w-prose">
      <Notice title="This page needs script">
        <p>
          A receipt that begins with R holds a key, which must stay in the browser: open it here with script, and send
          it nowhere. One that begins with W came from curl, and works with curl:
        </p>
        <CodeBlock
          label="See the state and the replies of a report"
          text={`curl -H "Authorization: Receipt W000-…" ${origin}/api/v1/receipt`}
        />
      </Notice>
    </div>
  );
}
