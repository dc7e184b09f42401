import type { AgreementVerdict } from '../../core/articles/agreementMessage';

/** The icon before what `agreementMessage` says; that text is its label. */
export function agreementIcon(verdict: AgreementVerdict): string {
  switch (verdict) {
    case 'agrees':
      return '$(check)';
    case 'exactness':
      return '$(info)';
    case 'differs':
      return '$(warning)';
    case 'notCompared':
      return '$(question)';
  }
}
