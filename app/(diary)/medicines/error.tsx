"use client";

import { ErrorScreen, type ErrorScreenProps } from "@/components/public/error-screen";

export default function MedicinesError(props: ErrorScreenProps) {
  return <ErrorScreen {...props} />;
}
