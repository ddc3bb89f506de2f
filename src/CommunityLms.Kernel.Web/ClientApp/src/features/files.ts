import { all, first, icon, make } from './dom.ts';
import { say } from './words.ts';

const quality = 0.82;

function sizeInWords(bytes: number): string {
  const [unit, value] = bytes < 1_000_000 ? ['kilobyte', bytes / 1000] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: unit as string, maximumFractionDigits: 1 }).format(value as number);
}

/** A picture no larger than asked on its long side, as JPEG; the file itself where that would not make it smaller or can't be done here. */
async function shrink(file: File, longest: number): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: blob.type, lastModified: file.lastModified }) : file;
  } catch {
    return file;
  }
}

/** A file field that takes drops, shrinks pictures before they travel, refuses what the server would refuse, and says what will be sent. */
export function startFiles(root: ParentNode): void {
  for (const box of all(root, '.lms-file')) {
    const input = box.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || !first(box, 'file')) continue;
    const list = box.querySelector('ul') ?? box.appendChild(make('ul'));
    const longest = Number(input.dataset.shrink ?? 0);
    const most = Number(input.dataset.megabytes) * 1024 * 1024;
    box.dataset.drop = '';

    const take = async (files: File[]) => {
      const before = files.reduce((sum, file) => sum + file.size, 0);
      const ready = longest > 0 ? await Promise.all(files.map((file) => shrink(file, longest))) : files;
      const transfer = new DataTransfer();
      const fits = ready.every((file) => file.size <= most);
      if (fits) for (const file of ready) transfer.items.add(file);
      input.files = transfer.files;
      if (!fits) {
        list.replaceChildren(make('li', { class: 'lms-error', role: 'alert' }, icon('alert-circle'), say('The file is larger than {0} MB. Make it smaller or split it.', input.dataset.megabytes!)));
        return;
      }
      const after = ready.reduce((sum, file) => sum + file.size, 0);
      list.replaceChildren(...ready.map((file) => make('li', {}, icon('paperclip'), `${file.name}, ${sizeInWords(file.size)}`)));
      if (after < before) list.append(make('li', {}, say('Made smaller for the way: {0} instead of {1}', sizeInWords(after), sizeInWords(before))));
    };

    input.addEventListener('change', () => void take([...(input.files ?? [])]));
    box.addEventListener('dragover', (event) => {
      event.preventDefault();
      box.dataset.drop = 'over';
    });
    box.addEventListener('dragleave', () => { box.dataset.drop = ''; });
    box.addEventListener('drop', (event) => {
      event.preventDefault();
      box.dataset.drop = '';
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void take(input.multiple ? files : files.slice(0, 1));
    });
  }
}
