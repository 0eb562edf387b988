import { Choice } from './Choice';
import { useSession } from './useSession';

interface FormChooserProps {
  readonly titles: readonly string[];
  readonly chosen: number;
}

/** Chooses which of a sheet's forms is looked at. */
export default function FormChooser({ titles, chosen }: FormChooserProps) {
  const session = useSession();
  return (
    <Choice
      className="below-s"
      aria-label={`本工作表有 ${titles.length} 张自评表，选择要看的一张`}
      value={String(chosen)}
      onChoose={(index) => session.chooseForm(Number(index))}
      options={titles.map((title, index) => [String(index), `${index + 1}/${titles.length} ${title}`])}
    />
  );
}
