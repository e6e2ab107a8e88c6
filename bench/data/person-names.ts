/**
 * Common given and family names by region, from general knowledge of the
 * most frequent names there: what the staff, sole traders and contact persons
 * of an ordinary vendor master are called. `share` is the part of the sample.
 */
export interface Region {
  readonly region: string;
  readonly share: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Family name first, as in China and Korea. */
  readonly familyFirst?: boolean;
  /** Second given name or second family name of this pool is common. */
  readonly double?: 'given' | 'family';
}

const w = (text: string) => text.trim().split(/\s+/);

export const regions: readonly Region[] = [
  {
    region: 'English-speaking',
    share: 0.34,
    double: 'given',
    given: w(
      'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah ' +
        'Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily ' +
        'Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Rebecca Jason Laura ' +
        'Edward Helen Jeffrey Sharon Ryan Cynthia Jacob Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry ' +
        'Pamela Justin Emma Scott Nicole Brandon Samantha Benjamin Katherine Samuel Christine Gregory Rachel Frank Olivia Alexander Heather',
    ),
    family: w(
      'Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark ' +
        'Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips ' +
        'Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Kelly Howard Ward Cox ' +
        'Richardson Watson Brooks Wood James Bennett Gray Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Hamilton ' +
        'Graham Fisher Barnes Henderson Coleman Simmons Patterson Jordan Reynolds Wallace West Cole Hayes Bryant Ellis Stevens Gibson Ford ' +
        'Marshall Owens Harrison Woods Kennedy Wells Webb Simpson Tucker Porter Hunter Hicks Crawford Mason Burns Shaw Gordon Rice Black',
    ),
  },
  {
    region: 'Spanish and Portuguese',
    share: 0.15,
    double: 'family',
    given: w(
      'Jose Maria Juan Ana Luis Carmen Carlos Laura Jorge Rosa Manuel Elena Francisco Isabel Miguel Lucia Antonio Marta Pedro Paula ' +
        'Javier Patricia Fernando Sofia Rafael Andrea Roberto Gabriela Ricardo Daniela Eduardo Claudia Alejandro Veronica Sergio Silvia ' +
        'Diego Monica Pablo Adriana Joao Fernanda Tiago Beatriz Paulo Juliana Marcos Camila Bruno Leticia',
    ),
    family: w(
      'Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera Gomez Diaz Reyes Morales Ortiz ' +
        'Gutierrez Chavez Ramos Ruiz Alvarez Mendoza Vasquez Castillo Jimenez Moreno Romero Herrera Medina Aguilar Vargas Castro Guzman ' +
        'Fernandez Munoz Rojas Silva Santos Oliveira Souza Pereira Lima Costa Ferreira Almeida Ribeiro Carvalho Navarro Dominguez',
    ),
  },
  {
    region: 'Western and northern Europe',
    share: 0.17,
    given: w(
      'Hans Anna Peter Ursula Wolfgang Monika Klaus Petra Thomas Sabine Stefan Andrea Markus Claudia Jean Marie Pierre Nathalie Michel ' +
        'Isabelle Philippe Sylvie Laurent Catherine Nicolas Sophie Giuseppe Giulia Giovanni Francesca Marco Chiara Andrea Elena Luca Sara ' +
        'Lars Karin Erik Ingrid Anders Kristina Johan Eva Jan Johanna Pieter Anneke Willem Katarina Tomasz Agnieszka Piotr Malgorzata',
    ),
    family: w(
      'Mueller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Neumann Schwarz ' +
        'Zimmermann Krueger Hartmann Lange Dubois Durand Leroy Moreau Simon Laurent Lefebvre Michel Bertrand Roux Fournier Girard Rossi ' +
        'Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Andersson Johansson Karlsson Nilsson Eriksson Larsson ' +
        'Hansen Jensen Nielsen Pedersen Jansen Visser Bakker Smit Peeters Novak Kowalski Wisniewski Nowak Horvath Nagy Papadopoulos',
    ),
  },
  {
    region: 'China and Korea',
    share: 0.12,
    familyFirst: true,
    given: w(
      'Wei Fang Na Min Jing Li Qiang Lei Jun Yang Yong Jie Tao Ming Chao Ping Gang Xia Hua Yan Bin Bo Hui Xin Peng Xiaoming Xiaoli ' +
        'Jianguo Jianhua Zhiqiang Guoqiang Haiyan Yuhua Lihua Weiming Zhenhua Minjun Jihoon Soyeon Hyunwoo Jiyoung Sungho Minji',
    ),
    family: w(
      'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng ' +
        'Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim',
    ),
  },
  {
    region: 'South Asia',
    share: 0.1,
    given: w(
      'Rahul Priya Amit Neha Rajesh Sunita Sanjay Anita Vijay Pooja Suresh Kavita Anil Deepa Ramesh Lakshmi Arun Meena Ravi Asha Manoj ' +
        'Swati Ashok Rekha Deepak Shalini Vikram Nisha Sandeep Divya Prakash Geeta Mohan Usha Nitin Radha Imran Ayesha Faisal Sana',
    ),
    family: w(
      'Sharma Patel Singh Kumar Gupta Verma Reddy Nair Iyer Joshi Mehta Shah Desai Rao Pillai Menon Chopra Kapoor Malhotra Agarwal ' +
        'Banerjee Mukherjee Chatterjee Das Ghosh Bose Mishra Pandey Tiwari Yadav Jain Kulkarni Patil Naidu Fernando Perera Khan Ahmed',
    ),
  },
  {
    region: 'Arabic-speaking, Iran and Turkey',
    share: 0.06,
    given: w(
      'Mohamed Fatima Ahmed Aisha Ali Mariam Omar Layla Hassan Nour Khaled Sara Youssef Huda Ibrahim Amina Mahmoud Rania Tariq Dina ' +
        'Reza Zahra Hossein Maryam Mehdi Leila Mehmet Ayse Mustafa Fatma Emre Elif Murat Zeynep',
    ),
    family: w(
      'Hassan Ibrahim Khalil Mansour Haddad Nasser Saleh Farouk Aziz Rahman Suleiman Khoury Najjar Hamdan Sabbagh Karimi Ahmadi Hosseini ' +
        'Rezaei Moradi Yilmaz Kaya Demir Celik Sahin Ozturk Aydin Arslan Dogan Kilic',
    ),
  },
  {
    region: 'Eastern Europe and Central Asia, men',
    share: 0.035,
    given: w(
      'Alexander Sergei Dmitry Andrei Alexei Vladimir Mikhail Ivan Nikolai Oleg Igor Pavel Viktor Yuri Roman Maxim Denis Anton Artem ' +
        'Konstantin Kirill Stanislav Timur Ruslan Bogdan Taras Marat Rustam Azamat Nurlan',
    ),
    family: w(
      'Ivanov Smirnov Kuznetsov Popov Vasiliev Petrov Sokolov Mikhailov Novikov Fedorov Morozov Volkov Alekseev Lebedev Semenov Egorov ' +
        'Pavlov Kozlov Stepanov Nikolaev Orlov Andreev Makarov Nikitin Zakharov Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko',
    ),
  },
  {
    region: 'Eastern Europe and Central Asia, women',
    share: 0.025,
    given: w(
      'Elena Olga Natalia Tatiana Irina Svetlana Ekaterina Maria Anna Yulia Marina Ludmila Galina Oksana Nina Daria Ksenia Polina Vera Alina',
    ),
    family: w(
      'Ivanova Smirnova Kuznetsova Popova Vasilieva Petrova Sokolova Mikhailova Novikova Fedorova Morozova Volkova Alekseeva Lebedeva ' +
        'Semenova Egorova Pavlova Kozlova Stepanova Nikolaeva Orlova Andreeva Makarova Nikitina Zakharova Shevchenko Kovalenko Bondarenko',
    ),
  },
];
