-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "cveId" TEXT,
ADD COLUMN     "cveState" TEXT NOT NULL DEFAULT 'unknown',
ADD COLUMN     "exploitPublicationAt" TIMESTAMPTZ(3),
ADD COLUMN     "exploitSharedAt" TIMESTAMPTZ(3),
ADD COLUMN     "exploitSharedBy" TEXT,
ADD COLUMN     "isExtensionAgreed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mergedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoNumber" INTEGER,
ADD COLUMN     "policyVersion" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "splitFromNumber" INTEGER,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- An issue that is there already began under its report's policy. Without FORCE the owner sees all rows.
ALTER TABLE "Issue" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Report" NO FORCE ROW LEVEL SECURITY;
UPDATE "Issue" SET "policyVersion" = r."policyVersion" FROM "Report" r WHERE r.id = "Issue"."reportId";
ALTER TABLE "Issue" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Report" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Issue" ALTER COLUMN "policyVersion" SET NOT NULL;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "movedAt" TIMESTAMPTZ(3),
ADD COLUMN     "movedFromListId" UUID;

-- CreateTable
CREATE TABLE "EmbargoRecord" (
    "issueId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reportId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "memberId" UUID,
    "proposal" INTEGER,
    "disclosureAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "answerUntil" TIMESTAMPTZ(3),
    "cause" TEXT,
    "evidence" TEXT,

    CONSTRAINT "EmbargoRecord_pkey" PRIMARY KEY ("issueId","number")
);

-- CreateTable
CREATE TABLE "CaseRecord" (
    "issueId" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "party" TEXT NOT NULL,
    "memberId" UUID,
    "evidence" TEXT NOT NULL,

    CONSTRAINT "CaseRecord_pkey" PRIMARY KEY ("issueId","fact")
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,
    "carriesDetails" BOOLEAN NOT NULL,
    "includesExploit" BOOLEAN NOT NULL,
    "announcesExploitAt" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "party" TEXT NOT NULL,
    "memberId" UUID,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Leak" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "noticedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "party" TEXT NOT NULL,
    "memberId" UUID,

    CONSTRAINT "Leak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationStatus" (
    "issueId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "memberId" UUID NOT NULL,
    "envelopeId" UUID,

    CONSTRAINT "OrganisationStatus_pkey" PRIMARY KEY ("issueId","organisationId")
);

-- CreateTable
CREATE TABLE "TriageAnswer" (
    "id" BIGSERIAL NOT NULL,
    "reportId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "TriageAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyHolder" (
    "duty" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "assignedById" UUID,

    CONSTRAINT "DutyHolder_pkey" PRIMARY KEY ("duty","role")
);

-- CreateTable
CREATE TABLE "DutyOffer" (
    "duty" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "DutyOffer_pkey" PRIMARY KEY ("duty","role","organisationId")
);

-- CreateTable
CREATE TABLE "DutyWork" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "envelopeId" UUID,

    CONSTRAINT "DutyWork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issueNumber" INTEGER,
    "handle" TEXT NOT NULL,
    "listId" UUID NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "evidenceKind" TEXT,
    "evidence" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedUntil" TIMESTAMPTZ(3) NOT NULL,
    "nextReminderAt" TIMESTAMPTZ(3),

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closing" (
    "id" UUID NOT NULL,
    "obligationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "party" TEXT NOT NULL,
    "memberId" UUID,
    "evidenceKind" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenedById" UUID,

    CONSTRAINT "Closing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recipient" TEXT NOT NULL,
    "memberId" UUID,
    "reportId" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "news" TEXT,
    "obligationId" UUID,
    "step" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EmbargoRecord_reportId_idx" ON "EmbargoRecord"("reportId");

-- CreateIndex
CREATE INDEX "CaseRecord_reportId_idx" ON "CaseRecord"("reportId");

-- CreateIndex
CREATE INDEX "Posting_issueId_idx" ON "Posting"("issueId");

-- CreateIndex
CREATE INDEX "Posting_reportId_idx" ON "Posting"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Leak_reportId_number_key" ON "Leak"("reportId", "number");

-- CreateIndex
CREATE INDEX "OrganisationStatus_reportId_idx" ON "OrganisationStatus"("reportId");

-- CreateIndex
CREATE INDEX "TriageAnswer_reportId_idx" ON "TriageAnswer"("reportId");

-- CreateIndex
CREATE INDEX "DutyHolder_organisationId_idx" ON "DutyHolder"("organisationId");

-- CreateIndex
CREATE INDEX "DutyWork_reportId_idx" ON "DutyWork"("reportId");

-- CreateIndex
CREATE INDEX "DutyWork_organisationId_at_idx" ON "DutyWork"("organisationId", "at");

-- CreateIndex
CREATE INDEX "Obligation_closedAt_dueAt_id_idx" ON "Obligation"("closedAt", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Obligation_nextReminderAt_id_idx" ON "Obligation"("nextReminderAt", "id");

-- CreateIndex
CREATE INDEX "Obligation_duty_closedAt_dueAt_idx" ON "Obligation"("duty", "closedAt", "dueAt");

-- CreateIndex
CREATE INDEX "Obligation_listId_duty_owner_closedAt_dueAt_id_idx" ON "Obligation"("listId", "duty", "owner", "closedAt", "dueAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_reportId_key_key" ON "Obligation"("reportId", "key");

-- CreateIndex
CREATE INDEX "Closing_obligationId_idx" ON "Closing"("obligationId");

-- CreateIndex
CREATE INDEX "Closing_reportId_idx" ON "Closing"("reportId");

-- CreateIndex
CREATE INDEX "Notice_memberId_at_id_idx" ON "Notice"("memberId", "at", "id");

-- CreateIndex
CREATE INDEX "Notice_memberId_readAt_idx" ON "Notice"("memberId", "readAt");

-- CreateIndex
CREATE INDEX "Notice_reportId_recipient_at_id_idx" ON "Notice"("reportId", "recipient", "at", "id");

-- CreateIndex
CREATE INDEX "Notice_news_at_id_idx" ON "Notice"("news", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_obligationId_dueAt_step_recipient_key" ON "Notice"("obligationId", "dueAt", "step", "recipient");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_secretHash_key" ON "CalendarFeed"("secretHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_memberId_idx" ON "CalendarFeed"("memberId");

-- AddForeignKey
ALTER TABLE "EmbargoRecord" ADD CONSTRAINT "EmbargoRecord_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmbargoRecord" ADD CONSTRAINT "EmbargoRecord_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRecord" ADD CONSTRAINT "CaseRecord_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRecord" ADD CONSTRAINT "CaseRecord_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leak" ADD CONSTRAINT "Leak_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationStatus" ADD CONSTRAINT "OrganisationStatus_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationStatus" ADD CONSTRAINT "OrganisationStatus_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationStatus" ADD CONSTRAINT "OrganisationStatus_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationStatus" ADD CONSTRAINT "OrganisationStatus_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationStatus" ADD CONSTRAINT "OrganisationStatus_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TriageAnswer" ADD CONSTRAINT "TriageAnswer_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TriageAnswer" ADD CONSTRAINT "TriageAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyHolder" ADD CONSTRAINT "DutyHolder_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyOffer" ADD CONSTRAINT "DutyOffer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyWork" ADD CONSTRAINT "DutyWork_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyWork" ADD CONSTRAINT "DutyWork_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyWork" ADD CONSTRAINT "DutyWork_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyWork" ADD CONSTRAINT "DutyWork_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closing" ADD CONSTRAINT "Closing_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closing" ADD CONSTRAINT "Closing_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
